#include "csha256.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

// The instructions are asked for function by function, so that the rest of the program runs anywhere.
#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

// FIPS 180-4 §4.2.2.
static const uint32_t constants[64] __attribute__((aligned(16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// The eight words in the order in which the instructions want them.
typedef struct {
  __m128i abef, cdgh;
} State;

WITH_SHA static inline State load(const uint32_t *words) {
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words + 4)), 0x1B);
  return (State){_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xF0)};
}

WITH_SHA static inline void store(uint32_t *words, State state) {
  __m128i feba = _mm_shuffle_epi32(state.abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(state.cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

// Four words of the message, big-endian.
WITH_SHA static inline __m128i message(const uint8_t *block, int part) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(block + 16 * part)), order);
}

// Four rounds; the schedule of FIPS 180-4 §6.2.2 is kept in four registers that go round.
#define FOUR_ROUNDS(state, words, block, part)                                                     \
  do {                                                                                             \
    if (part < 4) {                                                                                \
      words[part] = message(block, part);                                                          \
    } else {                                                                                       \
      __m128i early = _mm_sha256msg1_epu32(words[part & 3], words[(part + 1) & 3]);                \
      __m128i seven = _mm_alignr_epi8(words[(part + 3) & 3], words[(part + 2) & 3], 4);            \
      words[part & 3] =                                                                            \
        _mm_sha256msg2_epu32(_mm_add_epi32(early, seven), words[(part + 3) & 3]);                  \
    }                                                                                              \
    __m128i sum = _mm_add_epi32(                                                                   \
      words[part & 3], _mm_load_si128((const __m128i *)(constants + 4 * part)));                   \
    state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, sum);                               \
    state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, _mm_shuffle_epi32(sum, 0x0E));      \
  } while (0)

#define ADD(state, before)                                                                         \
  do {                                                                                             \
    state.abef = _mm_add_epi32(state.abef, before.abef);                                           \
    state.cdgh = _mm_add_epi32(state.cdgh, before.cdgh);                                           \
  } while (0)

WITH_SHA void csha256_one(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  State one = load(state);
  for (; blocks > 0; blocks--, bytes += 64) {
    State before = one;
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int part = 0; part < 16; part++) FOUR_ROUNDS(one, words, bytes, part);
    ADD(one, before);
  }
  store(state, one);
}

WITH_SHA void csha256_two(
  uint32_t *first, const uint8_t *first_bytes, uint32_t *second, const uint8_t *second_bytes,
  size_t blocks) {
  State one = load(first), two = load(second);
  for (; blocks > 0; blocks--, first_bytes += 64, second_bytes += 64) {
    State one_before = one, two_before = two;
    __m128i one_words[4], two_words[4];
#pragma clang loop unroll(full)
    for (int part = 0; part < 16; part++) {
      FOUR_ROUNDS(one, one_words, first_bytes, part);
      FOUR_ROUNDS(two, two_words, second_bytes, part);
    }
    ADD(one, one_before);
    ADD(two, two_before);
  }
  store(first, one);
  store(second, two);
}

int csha256_is_available(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  int has_sse = (c >> 9 & 1) && (c >> 19 & 1);
  return has_sse && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
}

#else

int csha256_is_available(void) { return 0; }

void csha256_one(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  (void)state, (void)bytes, (void)blocks;
}

void csha256_two(
  uint32_t *first, const uint8_t *first_bytes, uint32_t *second, const uint8_t *second_bytes,
  size_t blocks) {
  (void)first, (void)first_bytes, (void)second, (void)second_bytes, (void)blocks;
}

#endif
