// The kernel for fixed-point accumulators (models/batch/fixed_plan.h), over any number of lanes.
// Included by the files that choose the instructions, and by nothing else. Long, but one file: the
// steps of one computation in their order, which become one loop.
#pragma once

#include <algorithm>
#include <type_traits>
#include <utility>

#include "models/batch/block.h"
#include "models/batch/fixed_plan.h"
#include "models/batch/lanes.h"
#include "models/batch/packed_products.h"

namespace macroscope {
namespace {

// What is known of the operands when the kernel is compiled.
enum class Kind {
  kIntegers,  // Both two's complement.
  kFinite,    // Both floating, every code a number.
  kNan,       // Both floating, with NaNs and without infinity.
  kInfinite,  // Both floating, and with infinities.
  kAny,
};

template <int kLanes, int kLimbs, Kind kKind, bool kSaturates>
class FixedLanes {
  using Word = typename Vectors<kLanes>::Word;
  using Signed = typename Vectors<kLanes>::Signed;

 public:
  static constexpr int kLimbsEach = kLimbs;
  const FixedPlan& plan() const { return plan_; }
  // One or two words a lane, the lower first.
  struct Wide {
    Word limb[kLimbs] = {};
  };
  struct Product {
    Wide value;  // Two's complement.
    Word set{};  // Flags that it raises: 1 NaN, 2 +infinity, 4 -infinity.
  };

  explicit FixedLanes(const FixedPlan& plan) : plan_(plan) {
    for (int i = 0; i < kLimbs; ++i) {
      const int bits = plan.fixed_bits - 64 * i;
      mask_[i] = bits >= 64 ? ~std::uint64_t{0} : bits <= 0 ? 0 : (std::uint64_t{1} << bits) - 1;
    }
  }

  // c + product in the fixed bits, flags kept and raised.
  [[gnu::always_inline]] Wide Add(const Wide& c, const Product& product) const {
    Wide sum = AddInFixedBits<0>(c, product.value);
    if (HasFlags()) Raise(product.set, sum);
    return sum;
  }

  static Wide AddWrapping(const Wide& x, const Wide& y) {
    Wide sum;
    sum.limb[0] = x.limb[0] + y.limb[0];
    if constexpr (kLimbs == 2) {
      const Word high = x.limb[1] + y.limb[1];
      if constexpr (kLanes == 8) {
        sum.limb[1] = sum.limb[0] < y.limb[0] ? high + 1 : high;
      } else {  // AVX2 has truths in words alone.
        sum.limb[1] = high - reinterpret_cast<Word>(sum.limb[0] < y.limb[0]);
      }
    }
    return sum;
  }

  [[gnu::always_inline]] Product Multiply(const Word& a_code, const Word& b_code) const {
    const Operand a = Decode(plan_.a, a_code), b = Decode(plan_.b, b_code);
    Product product;
    Word significand = a.significand * b.significand;
    const Word negative = SignOf(a.sign ^ b.sign);
    if constexpr (kKind == Kind::kNan) {
      const Word nan = a.nan | b.nan;
      significand = nan ? Word{} : significand;
      product.set = nan & 1;
    } else if (kKind == Kind::kInfinite || (kKind == Kind::kAny && plan_.has_flags)) {
      const Word zero = significand == 0;
      const Word nan = a.nan | b.nan, infinite = (a.infinite | b.infinite) & ~nan;
      significand &= ~(nan | infinite);
      product.set = ((nan | (infinite & zero)) & 1) | (infinite & ~zero & (2 - (negative & -2)));
    }
    const Word value = (significand ^ negative) - negative;
    product.value = Shift(value, a.shift + b.shift);
    return product;
  }

  // The same with the products of the operations from a and b on, a few vectors of them, where the
  // plan says that they can be packed. With AVX2 that is no gain: it does not shift signs in.
  static constexpr bool kPacks = kKind != Kind::kIntegers && kLanes == 8;
  using Packed = PackedProducts<kLanes, kKind != Kind::kAny, kKind != Kind::kFinite>;
  [[gnu::always_inline]] Wide Add(const Wide& c, const Packed& packed, int j) const {
    constexpr int kWholeLimbs = kLimbs - 1;
    Wide sum = AddInFixedBits<kWholeLimbs>(c, Shift(packed.value(j), packed.shift(j)));
    if (HasFlags()) {
      Word set = packed.set(j);
      if (plan_.flags_quarter != 0) set <<= plan_.flags_quarter;
      sum.limb[kLimbs - 1] |= set & plan_.flags_mask;
    }
    return sum;
  }

  // Accumulators of two words stand in pairs: their lower words come apart from the upper ones
  // cheaply if the operations change places.
  static Word InOrder(const Word& codes) {
    if constexpr (kLimbs == 1) return codes;
    return Shuffle(codes, Lanes{});
  }
  static Wide LoadWide(const std::uint64_t* from) {
    Wide wide;
    wide.limb[0] = Load<Word>(from);
    if constexpr (kLimbs == 2) {
      const Word first = wide.limb[0], second = Load<Word>(from + kLanes);
      wide.limb[0] = EveryOther<0>(first, second, Lanes{});
      wide.limb[1] = EveryOther<1>(first, second, Lanes{});
    }
    return wide;
  }
  static void StoreWide(std::uint64_t* to, const Wide& wide) {
    if constexpr (kLimbs == 1) {
      Store(to, wide.limb[0]);
    } else {
      Store(to, EveryOther<0>(wide.limb[0], wide.limb[1], Lanes{}));
      Store(to + kLanes, EveryOther<1>(wide.limb[0], wide.limb[1], Lanes{}));
    }
  }

 private:
  // The lower kWholeLimbs have no bits above the fixed ones.
  template <int kWholeLimbs>
  [[gnu::always_inline]] Wide AddInFixedBits(const Wide& c, const Wide& product) const {
    Wide sum = AddWrapping(c, product);
    if constexpr (kSaturates) {
      for (int i = 0; i < kLimbs; ++i) sum.limb[i] &= mask_[i];
      Saturate(c, product, sum);
    }
    for (int i = kWholeLimbs; i < kLimbs; ++i) {
      sum.limb[i] = (sum.limb[i] & mask_[i]) | (c.limb[i] & ~mask_[i]);
    }
    return sum;
  }

  struct Operand {
    Word significand{}, sign{}, shift{}, nan{}, infinite{};  // The sign in bit 63.
  };

  bool HasFlags() const {
    return kKind == Kind::kNan || kKind == Kind::kInfinite ||
           (kKind == Kind::kAny && plan_.has_flags);
  }
  static Word All(std::uint64_t value) { return value - Word{}; }
  static Word Less(const Word& x, const Word& y) {
    return reinterpret_cast<Word>(reinterpret_cast<Signed>(x) < reinterpret_cast<Signed>(y));
  }
  static Word SignOf(const Word& x) {
    return reinterpret_cast<Word>(reinterpret_cast<Signed>(x) >> 63);
  }
  using Lanes = std::make_integer_sequence<int, kLanes>;
  // x[kFirst], y[kFirst], x[kFirst + 2], y[kFirst + 2] ...: one cheap instruction.
  template <int kFirst, int... kLane>
  static Word EveryOther(const Word& x, const Word& y, std::integer_sequence<int, kLane...>) {
    return __builtin_shufflevector(x, y, (kFirst + kLane / 2 * 2 + kLane % 2 * kLanes)...);
  }
  // x[0], x[half], x[1], x[half + 1] ...
  template <int... kLane>
  static Word Shuffle(const Word& x, std::integer_sequence<int, kLane...>) {
    return __builtin_shufflevector(x, x, (kLane / 2 + kLane % 2 * (kLanes / 2))...);
  }

  [[gnu::always_inline]] static Operand Decode(const FixedOperandPlan& plan, const Word& code) {
    Operand out;
    if (kKind == Kind::kIntegers || (kKind == Kind::kAny && plan.twos_complement)) {
      out.significand = (code ^ plan.sign_mask) - plan.sign_mask;
      return out;
    }
    const Word magnitude = code & plan.magnitude_mask;
    out.sign = (code & plan.sign_mask) << plan.sign_shift;
    if (kKind == Kind::kAny && !plan.is_floating) {
      out.significand = magnitude;
      return out;
    }
    const std::uint64_t hidden = std::uint64_t{1} << plan.fraction_bits;
    const Word fraction = magnitude & (hidden - 1), field = magnitude >> plan.fraction_bits;
    const auto low =
        reinterpret_cast<Signed>(magnitude) < reinterpret_cast<Signed>(All(plan.low_below));
    out.significand = low ? fraction : fraction | hidden;
    // The field of subnormals is 0, and they stand where those of field 1 do.
    out.shift = low ? field : field - plan.least_field;
    if constexpr (kKind == Kind::kNan) {
      out.nan = Less(All(plan.finite_up_to), magnitude) | Word(code == plan.nan_code);
    } else if (kKind == Kind::kInfinite || (kKind == Kind::kAny && plan.has_specials)) {
      const Word special = Less(All(plan.finite_up_to), magnitude);
      out.infinite = magnitude == plan.infinity_magnitude;
      out.nan = (special & ~out.infinite) | Word(code == plan.nan_code);
    }
    return out;
  }

  // What of the value, its sign before it, a shift to the left brings beyond 64 bits.
  static Word Above(const Word& value, const Word& places) {
#if defined(__x86_64__) && !defined(__clang__)
    if constexpr (kLanes == 8) {  // A shift by 64 leaves the sign. AVX2 shifts no signs in.
      return reinterpret_cast<Word>(_mm512_srav_epi64(reinterpret_cast<__m512i>(value),
                                                      reinterpret_cast<__m512i>(64 - places)));
    }
#endif
    return ((value >> 1) >> (63 - places)) | (SignOf(value) << places);
  }

  [[gnu::always_inline]] Wide Shift(const Word& value, const Word& shift) const {
    Wide out;
    if (kKind == Kind::kIntegers || !plan_.has_shift) {
      out.limb[0] = value;
      if constexpr (kLimbs == 2) out.limb[1] = SignOf(value);
    } else if constexpr (kLimbs == 1) {
      // What is not a number has a product of 0 and any shift.
      out.limb[0] = value << (shift & 63);
    } else {
      const Word within = shift & 63;
      const Word low = value << within;
      const Word high = Above(value, within);
      out.limb[0] = low;
      out.limb[1] = high;
      if (plan_.shifts_far) {
        const Word beyond = (shift & 64) != 0;
        out.limb[0] = low & ~beyond;
        out.limb[1] = beyond ? low : high;
      }
    }
    return out;
  }

  // Where two terms of one sign give a sum of the other.
  [[gnu::always_inline]] void Saturate(const Wide& c, const Wide& product, Wide& sum) const {
    const int limb = kLimbs == 1 || plan_.fixed_bits <= 64 ? 0 : 1,
              to_top = 64 * (limb + 1) - plan_.fixed_bits;
    const Word c_top = c.limb[limb] << to_top, sum_top = sum.limb[limb] << to_top;
    const Word product_top = product.limb[limb] << to_top;
    const Word beyond = SignOf(~(c_top ^ product_top) & (c_top ^ sum_top));
    const Word negative = SignOf(c_top);
    for (int i = 0; i < kLimbs; ++i) {
      const std::uint64_t sign = i == limb ? std::uint64_t{1} << (63 - to_top) : 0;
      const Word least = All(sign), most = All(mask_[i] & ~sign);
      sum.limb[i] = beyond ? (negative ? least : most) : sum.limb[i];
    }
  }

  [[gnu::always_inline]] void Raise(const Word& set, Wide& sum) const {
    const int place = plan_.fixed_bits;
    if constexpr (kLimbs == 1) {
      sum.limb[0] |= set << place;
    } else if (place < 64) {
      sum.limb[0] |= set << place;
      sum.limb[1] |= (set >> 1) >> (63 - place);
    } else {
      sum.limb[1] |= set << (place - 64);
    }
  }

  const FixedPlan plan_;  // A copy: nothing that is written can change it.
  std::uint64_t mask_[kLimbs] = {};
};

Kind KindOf(const FixedPlan& plan) {
  if (plan.a.twos_complement && plan.b.twos_complement) return Kind::kIntegers;
  if (!plan.a.is_floating || !plan.b.is_floating) return Kind::kAny;
  if (plan.may_be_infinite) return Kind::kInfinite;
  return plan.has_flags ? Kind::kNan : Kind::kFinite;
}

template <int kLanes, int kLimbs, Kind kKind, bool kSaturates>
void RunFixed(const FixedPlan& plan, const Block block) {
  using Lanes = FixedLanes<kLanes, kLimbs, kKind, kSaturates>;
  using Word = typename Vectors<kLanes>::Word;
  const Lanes lanes(plan);
  std::size_t i = 0;
  if constexpr (Lanes::kPacks) {
    constexpr std::size_t kStep = kLanes * Lanes::Packed::kVectors;
    for (; plan.packs && i + kStep <= block.count; i += kStep) {
      const typename Lanes::Packed packed(lanes.plan(),
                                          Lanes::InOrder(Lanes::Packed::Pack(block.a + i)),
                                          Lanes::InOrder(Lanes::Packed::Pack(block.b + i)));
      for (int j = 0; j < Lanes::Packed::kVectors; ++j) {
        const std::size_t at = (i + static_cast<std::size_t>(j * kLanes)) * kLimbs;
        Lanes::StoreWide(block.z + at, lanes.Add(Lanes::LoadWide(block.c + at), packed, j));
      }
    }
  }
  for (; i + kLanes <= block.count; i += kLanes) {
    const auto product = lanes.Multiply(Lanes::InOrder(Load<Word>(block.a + i)),
                                        Lanes::InOrder(Load<Word>(block.b + i)));
    Lanes::StoreWide(block.z + i * kLimbs,
                     lanes.Add(Lanes::LoadWide(block.c + i * kLimbs), product));
  }
  if (i == block.count) return;
  // What is left, in a vector of its own.
  const std::size_t rest = block.count - i, limb_bytes = rest * kLimbs * sizeof(std::uint64_t);
  std::uint64_t a[kLanes] = {}, b[kLanes] = {}, c[kLanes * kLimbs] = {};
  std::memcpy(a, block.a + i, rest * sizeof *a);
  std::memcpy(b, block.b + i, rest * sizeof *b);
  std::memcpy(c, block.c + i * kLimbs, limb_bytes);
  const auto product = lanes.Multiply(Lanes::InOrder(Load<Word>(a)), Lanes::InOrder(Load<Word>(b)));
  Lanes::StoreWide(c, lanes.Add(Lanes::LoadWide(c), product));
  std::memcpy(block.z + i * kLimbs, c, limb_bytes);
}

// Adds what can be packed and begins the block to `total`, and its flags to `set`. Returns how
// many.
template <typename Lanes, typename Word>
std::size_t SumPacked(const FixedPlan& plan, const Block& block, typename Lanes::Wide& total,
                      Word& set) {
  using Packed = typename Lanes::Packed;
  constexpr int kLanes = sizeof(Word) / sizeof(std::uint64_t);
  constexpr std::size_t kStep = kLanes * Packed::kVectors;
  const FixedPlan copy = plan;
  const std::size_t end = block.count - block.count % kStep;
  Word sets{};
  for (std::size_t i = 0; i < end;) {
    std::conditional_t<Lanes::kLimbsEach == 1, ShiftedSum<kLanes>, SplitSum<kLanes>> sum;
    const std::size_t stop = std::min(end, i + sum.kMost * kLanes);
    for (; i < stop; i += kStep) {
      const Packed packed(copy, Packed::Pack(block.a + i), Packed::Pack(block.b + i));
      for (int j = 0; j < Packed::kVectors; ++j) sum.Add(packed.value(j), packed.shift(j));
      sets |= packed.sets();
    }
    typename Lanes::Wide part;
    part.limb[0] = sum.lower();
    if constexpr (Lanes::kLimbsEach == 2) part.limb[1] = sum.upper();
    total = Lanes::AddWrapping(total, part);
  }
  sets >>= plan.flags_in_quarter;
  for (int j = 0; j < Packed::kVectors; ++j) set |= sets >> (16 * j) & 7;
  return end;
}

// Sums lane by lane first; the order means nothing.
template <int kLanes, int kLimbs, Kind kKind, bool kSaturates>
void SumFixed(const FixedPlan& plan, const Block block) {
  using Lanes = FixedLanes<kLanes, kLimbs, kKind, kSaturates>;
  using Word = typename Vectors<kLanes>::Word;
  const Lanes lanes(plan);
  typename Lanes::Wide total;
  Word set{};
  std::size_t i = 0;
  if constexpr (Lanes::kPacks) {
    if (plan.packs && !plan.shifts_far) i = SumPacked<Lanes>(plan, block, total, set);
  }
  for (; i + kLanes <= block.count; i += kLanes) {
    const auto product = lanes.Multiply(Load<Word>(block.a + i), Load<Word>(block.b + i));
    total = Lanes::AddWrapping(total, product.value);
    set |= product.set;
  }
  // The lanes' sums are products like any other.
  alignas(sizeof(Word)) std::uint64_t limbs[kLimbs][kLanes], sets[kLanes];
  for (int limb = 0; limb < kLimbs; ++limb) Store(limbs[limb], total.limb[limb]);
  Store(sets, set);
  typename Lanes::Wide sum;
  for (int limb = 0; limb < kLimbs; ++limb) sum.limb[limb][0] = block.z[limb];
  for (int lane = 0; lane < kLanes; ++lane) {
    typename Lanes::Product part;
    for (int limb = 0; limb < kLimbs; ++limb) part.value.limb[limb][0] = limbs[limb][lane];
    part.set[0] = sets[lane];
    sum = lanes.Add(sum, part);
  }
  for (; i < block.count; ++i) {
    const Word a = {block.a[i]}, b = {block.b[i]};
    sum = lanes.Add(sum, lanes.Multiply(a, b));
  }
  for (int limb = 0; limb < kLimbs; ++limb) block.z[limb] = sum.limb[limb][0];
}

// Calls call.operator()<limbs, kind, saturates>() with the design's.
template <int kLimbs, bool kSaturates, typename Call>
void WithKind(const FixedPlan& plan, Call&& call) {
  switch (KindOf(plan)) {
    case Kind::kIntegers:
      return call.template operator()<kLimbs, Kind::kIntegers, kSaturates>();
    case Kind::kFinite:
      return call.template operator()<kLimbs, Kind::kFinite, kSaturates>();
    case Kind::kNan:
      return call.template operator()<kLimbs, Kind::kNan, kSaturates>();
    case Kind::kInfinite:
      return call.template operator()<kLimbs, Kind::kInfinite, kSaturates>();
    case Kind::kAny:
      return call.template operator()<kLimbs, Kind::kAny, kSaturates>();
  }
}

template <int kLanes>
void RunFixed(const FixedPlan& plan, const Block& block) {
  const auto run = [&]<int kLimbs, Kind kKind, bool kSaturates>() {
    RunFixed<kLanes, kLimbs, kKind, kSaturates>(plan, block);
  };
  if (plan.limbs == 1) {
    plan.saturates ? WithKind<1, true>(plan, run) : WithKind<1, false>(plan, run);
  } else {
    plan.saturates ? WithKind<2, true>(plan, run) : WithKind<2, false>(plan, run);
  }
}
template <int kLanes>
void SumFixed(const FixedPlan& plan, const Block& block) {
  const auto sum = [&]<int kLimbs, Kind kKind, bool kSaturates>() {
    SumFixed<kLanes, kLimbs, kKind, kSaturates>(plan, block);
  };
  plan.limbs == 1 ? WithKind<1, false>(plan, sum) : WithKind<2, false>(plan, sum);
}

}  // namespace
}  // namespace macroscope
