//! What is made once and then shared by the threads that need it again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// As many are kept; letters of a batch need one or two.
const MOST: usize = 64;

/// Things by their keys.
pub(super) struct Cache<K, V>(Mutex<BTreeMap<K, Arc<V>>>);

impl<K, V> Default for Cache<K, V> {
    fn default() -> Cache<K, V> {
        Cache(Mutex::default())
    }
}

impl<K: Ord + Clone, V> Cache<K, V> {
    /// What belongs to a key; made if it is not there. What comes does not depend on who asks
    /// first: two threads may make the same, which does no harm.
    pub(super) fn get<E>(&self, key: &K, make: impl FnOnce() -> Result<V, E>) -> Result<Arc<V>, E> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = lock().get(key) {
            return Ok(there.clone());
        }
        let made = Arc::new(make()?);
        let mut kept = lock();
        if kept.len() < MOST {
            kept.insert(key.clone(), made.clone());
        }
        Ok(made)
    }
}
