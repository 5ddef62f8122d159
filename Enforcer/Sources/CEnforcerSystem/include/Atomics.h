// Atomic access to plain memory: what threads, and processes over shared pages, count and claim with.
#pragma once

static inline long atomic_add(long *place, long amount) {
  return __atomic_add_fetch(place, amount, __ATOMIC_RELAXED);
}
static inline long atomic_swap(long *place, long value) {
  return __atomic_exchange_n(place, value, __ATOMIC_RELAXED);
}
static inline long atomic_load(const long *place) { return __atomic_load_n(place, __ATOMIC_ACQUIRE); }
static inline void atomic_store(long *place, long value) { __atomic_store_n(place, value, __ATOMIC_RELEASE); }
static inline _Bool atomic_claim(long *place, long expected, long value) {
  return __atomic_compare_exchange_n(place, &expected, value, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}
