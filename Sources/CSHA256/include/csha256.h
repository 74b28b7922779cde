#pragma once
#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) by the processor's SHA instructions, one stream or two at a time.
///
/// One stream waits for its own rounds; two that are interleaved fill those waits with each other's
/// work, which makes one core about half as fast again.

/// Whether this processor has the instructions; without them nothing below may be called.
int csha256_is_available(void);

/// Takes whole blocks of 64 bytes into a state of eight words.
void csha256_one(uint32_t *state, const uint8_t *bytes, size_t blocks);

/// Takes as many blocks into each of two states.
void csha256_two(
  uint32_t *first, const uint8_t *first_bytes, uint32_t *second, const uint8_t *second_bytes,
  size_t blocks);
