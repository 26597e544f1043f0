// Corners at which floating-point units are known to break, worked out by hand. Every engine has to
// pass them: tests/reference judges the reference, tests/agreement the others.
#pragma once

#include <cstdint>
#include <string_view>

#include "models/design/design.h"
#include "models/design/flags.h"

namespace macroscope {

struct CornerCase {
  const char* name;
  const char* unit;
  const char* format;  // Of operands and result.
  const char* modes;   // In which this holds: of kModeLetters.
  std::uint64_t a, b, c, z;
  int flags;              // Of Flags,
  int flags_before = -1;  // and with tininess before rounding, if it differs.
};

// ties_to_Even, toward_Zero, toward_negative, toward_positive, ties_to_Away, to_Odd.
inline constexpr std::string_view kModeLetters = "ez-+ao";
inline Rounding ModeOf(char letter) { return static_cast<Rounding>(kModeLetters.find(letter)); }

inline constexpr int kX = Flags::kInexact, kUX = Flags::kUnderflow | Flags::kInexact,
                     kOX = Flags::kOverflow | Flags::kInexact, kV = Flags::kInvalid;

// fp16: 1 is 3c00, the least normal number 0400 = 2^-14, the least subnormal 0001 = 2^-24, the
// largest number 7bff = 65504. fp32: 3f800000, 00800000 = 2^-126, 00000001 = 2^-149, 7f7fffff.
inline constexpr CornerCase kCornerCases[] = {
    // (1 - 2^-11) * 2^-14 is half way to the least normal number, and a number of full precision if
    // exponents never ended: tiny after rounding.
    {"TieRoundsUpToLeastNormal", "fp_mul", "fp16", "e+a", 0x3bff, 0x0400, 0, 0x0400, kUX},
    {"TieRoundsUpToLeastNormal", "fp_mul", "fp16", "z-o", 0x3bff, 0x0400, 0, 0x03ff, kUX},
    {"TieRoundsUpToLeastNormal", "fp_mul", "fp16", "e-a", 0xbbff, 0x0400, 0, 0x8400, kUX},
    {"TieRoundsUpToLeastNormal", "fp_fma", "fp16", "e+a", 0x3bff, 0x0400, 0, 0x0400, kUX},
    {"TieRoundsUpToLeastNormal", "fp_fma", "fp16", "z-o", 0x3bff, 0x0400, 0x0000, 0x03ff, kUX},
    {"TieRoundsUpToLeastNormal", "fp_mul", "fp32", "e+a", 0x3f7fffff, 0x00800000, 0, 0x00800000,
     kUX},
    {"TieRoundsUpToLeastNormal", "fp_fma", "fp32", "e+a", 0x3f7fffff, 0x00800000, 0, 0x00800000,
     kUX},
    // (1 - 2^-20) * 2^-14 rounds to 2^-14 at full precision too: not tiny after rounding.
    {"RoundsUpToLeastNormal", "fp_mul", "fp16", "e+a", 0x3c01, 0x03ff, 0, 0x0400, kX, kUX},
    {"RoundsUpToLeastNormal", "fp_mul", "fp16", "z-o", 0x3c01, 0x03ff, 0, 0x03ff, kUX},
    {"RoundsUpToLeastNormal", "fp_mul", "fp16", "e-a", 0xbc01, 0x03ff, 0, 0x8400, kX, kUX},
    {"RoundsUpToLeastNormal", "fp_mul", "fp16", "z+o", 0xbc01, 0x03ff, 0, 0x83ff, kUX},
    {"RoundsUpToLeastNormal", "fp_fma", "fp16", "e+a", 0x3c01, 0x03ff, 0, 0x0400, kX, kUX},
    {"RoundsUpToLeastNormal", "fp_mul", "fp32", "e+a", 0x3f800001, 0x007fffff, 0, 0x00800000, kX,
     kUX},
    {"RoundsUpToLeastNormal", "fp_mul", "fp32", "z-o", 0x3f800001, 0x007fffff, 0, 0x007fffff, kUX},
    {"RoundsUpToLeastNormal", "fp_fma", "fp32", "e+a", 0x3f800001, 0x007fffff, 0, 0x00800000, kX,
     kUX},
    // 2^-14 - 2^-27, and 2^-14 - 2^-48: the sum's own way there.
    {"SumRoundsUpToLeastNormal", "fp_fma", "fp16", "e+a", 0x0800, 0x8400, 0x0400, 0x0400, kX, kUX},
    {"SumRoundsUpToLeastNormal", "fp_fma", "fp16", "z-o", 0x0800, 0x8400, 0x0400, 0x03ff, kUX},
    {"SumRoundsUpToLeastNormal", "fp_fma", "fp16", "e+a", 0x0001, 0x8001, 0x0400, 0x0400, kX, kUX},
    {"SumRoundsUpToLeastNormal", "fp_fma", "fp16", "z-o", 0x0001, 0x8001, 0x0400, 0x03ff, kUX},
    // 2^-14 + 2^-48 is above it.
    {"StaysNormal", "fp_fma", "fp16", "ez-a", 0x0001, 0x0001, 0x0400, 0x0400, kX},
    {"StaysNormal", "fp_fma", "fp16", "+o", 0x0001, 0x0001, 0x0400, 0x0401, kX},

    {"ExactSubnormal", "fp_mul", "fp16", "ez-+ao", 0x0400, 0x3800, 0, 0x0200, 0},
    {"ExactSubnormal", "fp_mul", "fp16", "ez-+ao", 0x0001, 0x3c00, 0, 0x0001, 0},
    {"ExactSubnormal", "fp_mul", "fp16", "ez-+ao", 0x83ff, 0x3c00, 0, 0x83ff, 0},
    {"ExactSubnormal", "fp_add", "fp16", "ez-+ao", 0x0001, 0x0001, 0, 0x0002, 0},
    {"ExactSubnormal", "fp_add", "fp16", "ez-+ao", 0x0400, 0x8001, 0, 0x03ff, 0},
    {"ExactSubnormal", "fp_add", "fp16", "ez-+ao", 0x03ff, 0x0001, 0, 0x0400, 0},
    {"ExactSubnormal", "fp_fma", "fp16", "ez-+ao", 0x0001, 0x3c00, 0x0001, 0x0002, 0},
    {"ExactSubnormal", "fp_fma", "fp16", "ez-+ao", 0x0400, 0x3c00, 0x83ff, 0x0001, 0},
    {"ExactSubnormal", "fp_mul", "fp32", "ez-+ao", 0x00800000, 0x3f000000, 0, 0x00400000, 0},
    {"ExactSubnormal", "fp_add", "fp32", "ez-+ao", 0x00800000, 0x80000001, 0, 0x007fffff, 0},
    {"ExactSubnormal", "fp_fma", "fp32", "ez-+ao", 0x00800000, 0x3f800000, 0x807fffff, 1, 0},

    {"SignOfZero", "fp_mul", "fp16", "ez-+ao", 0x0000, 0x3c00, 0, 0x0000, 0},
    {"SignOfZero", "fp_mul", "fp16", "ez-+ao", 0x8000, 0x3c00, 0, 0x8000, 0},
    {"SignOfZero", "fp_mul", "fp16", "ez-+ao", 0x0000, 0xbc00, 0, 0x8000, 0},
    {"SignOfZero", "fp_mul", "fp16", "ez-+ao", 0x8000, 0xbc00, 0, 0x0000, 0},
    {"SignOfZero", "fp_mul", "fp16", "ez-+ao", 0x8000, 0x8000, 0, 0x0000, 0},
    {"SignOfZero", "fp_mul", "fp16", "ez-a", 0x0001, 0x0001, 0, 0x0000, kUX},
    {"SignOfZero", "fp_mul", "fp16", "+o", 0x0001, 0x0001, 0, 0x0001, kUX},
    {"SignOfZero", "fp_mul", "fp16", "ez+a", 0x8001, 0x0001, 0, 0x8000, kUX},
    {"SignOfZero", "fp_mul", "fp16", "-o", 0x8001, 0x0001, 0, 0x8001, kUX},
    {"SignOfZero", "fp_mul", "fp32", "ez-+ao", 0x80000000, 0x3f800000, 0, 0x80000000, 0},
    {"SignOfZero", "fp_add", "fp16", "ez-+ao", 0x0000, 0x0000, 0, 0x0000, 0},
    {"SignOfZero", "fp_add", "fp16", "ez-+ao", 0x8000, 0x8000, 0, 0x8000, 0},
    {"SignOfZero", "fp_add", "fp16", "ez+ao", 0x0000, 0x8000, 0, 0x0000, 0},
    {"SignOfZero", "fp_add", "fp16", "-", 0x0000, 0x8000, 0, 0x8000, 0},
    {"SignOfZero", "fp_add", "fp16", "-", 0x8000, 0x0000, 0, 0x8000, 0},
    {"SignOfZero", "fp_fma", "fp16", "ez-+ao", 0x8000, 0x3c00, 0x8000, 0x8000, 0},
    {"SignOfZero", "fp_fma", "fp16", "ez-+ao", 0x0000, 0x3c00, 0x0000, 0x0000, 0},
    {"SignOfZero", "fp_fma", "fp16", "ez+ao", 0x0000, 0xbc00, 0x0000, 0x0000, 0},
    {"SignOfZero", "fp_fma", "fp16", "-", 0x0000, 0xbc00, 0x0000, 0x8000, 0},
    {"SignOfZero", "fp_fma", "fp16", "ez+ao", 0x0000, 0x3c00, 0x8000, 0x0000, 0},
    {"SignOfZero", "fp_fma", "fp16", "-", 0x0000, 0x3c00, 0x8000, 0x8000, 0},
    {"SignOfZero", "fp_fma", "fp16", "ez+a", 0x8001, 0x0001, 0x8000, 0x8000, kUX},
    {"SignOfZero", "fp_fma", "fp16", "-o", 0x8001, 0x0001, 0x0000, 0x8001, kUX},
    {"SignOfZero", "fp_fma", "fp16", "ez+a", 0x8001, 0x0001, 0x0000, 0x8000, kUX},

    {"CancelsToZero", "fp_add", "fp16", "ez+ao", 0x3c00, 0xbc00, 0, 0x0000, 0},
    {"CancelsToZero", "fp_add", "fp16", "-", 0x3c00, 0xbc00, 0, 0x8000, 0},
    {"CancelsToZero", "fp_add", "fp16", "ez+ao", 0x8001, 0x0001, 0, 0x0000, 0},
    {"CancelsToZero", "fp_add", "fp16", "-", 0x8001, 0x0001, 0, 0x8000, 0},
    {"CancelsToZero", "fp_add", "fp16", "-", 0x7bff, 0xfbff, 0, 0x8000, 0},
    {"CancelsToZero", "fp_fma", "fp16", "ez+ao", 0xbc00, 0x3c00, 0x3c00, 0x0000, 0},
    {"CancelsToZero", "fp_fma", "fp16", "-", 0xbc00, 0x3c00, 0x3c00, 0x8000, 0},
    {"CancelsToZero", "fp_fma", "fp16", "ez+ao", 0x4000, 0x0001, 0x8002, 0x0000, 0},
    {"CancelsToZero", "fp_fma", "fp16", "-", 0x4000, 0x0001, 0x8002, 0x8000, 0},
    {"CancelsToZero", "fp_fma", "fp32", "ez+ao", 0xbf800000, 0x3f800000, 0x3f800000, 0, 0},
    {"CancelsToZero", "fp_fma", "fp32", "-", 0xbf800000, 0x3f800000, 0x3f800000, 0x80000000, 0},
    // (1 + 2^-10)^2 - (1 + 2^-9) = 2^-20, (1 + 2^-10)(1 - 2^-11) - 1 = 2^-11 - 2^-21.
    {"CancelsAllButTheLast", "fp_fma", "fp16", "ez-+ao", 0x3c01, 0x3c01, 0xbc02, 0x0010, 0},
    {"CancelsAllButTheLast", "fp_fma", "fp16", "ez-+ao", 0x3c01, 0x3bff, 0xbc00, 0x0ffe, 0},
    {"CancelsAllButTheLast", "fp_add", "fp16", "ez-+ao", 0x3c00, 0xbbff, 0, 0x1000, 0},
    {"CancelsAllButTheLast", "fp_add", "fp32", "ez-+ao", 0x3f800000, 0xbf7fffff, 0, 0x33800000, 0},

    // 1 + 2^-24 and 1 - 2^-24; by products, 1 + 2^-48 and 1 - 2^-48.
    {"MassiveShift", "fp_fma", "fp16", "ez-a", 0x3c00, 0x3c00, 0x0001, 0x3c00, kX},
    {"MassiveShift", "fp_fma", "fp16", "+o", 0x3c00, 0x3c00, 0x0001, 0x3c01, kX},
    {"MassiveShift", "fp_fma", "fp16", "e+a", 0x3c00, 0x3c00, 0x8001, 0x3c00, kX},
    {"MassiveShift", "fp_fma", "fp16", "z-o", 0x3c00, 0x3c00, 0x8001, 0x3bff, kX},
    {"MassiveShift", "fp_fma", "fp16", "ez-a", 0x0001, 0x0001, 0x3c00, 0x3c00, kX},
    {"MassiveShift", "fp_fma", "fp16", "+o", 0x0001, 0x0001, 0x3c00, 0x3c01, kX},
    {"MassiveShift", "fp_fma", "fp16", "e+a", 0x0001, 0x8001, 0x3c00, 0x3c00, kX},
    {"MassiveShift", "fp_fma", "fp16", "z-o", 0x0001, 0x8001, 0x3c00, 0x3bff, kX},
    // Either side as far from the other as it gets.
    {"MassiveShift", "fp_fma", "fp16", "e+a", 0x7bff, 0x7bff, 0x8001, 0x7c00, kOX},
    {"MassiveShift", "fp_fma", "fp16", "z-o", 0x7bff, 0x7bff, 0x8001, 0x7bff, kOX},
    {"MassiveShift", "fp_fma", "fp16", "ez-ao", 0x0001, 0x0001, 0x7bff, 0x7bff, kX},
    {"MassiveShift", "fp_fma", "fp16", "+", 0x0001, 0x0001, 0x7bff, 0x7c00, kOX},
    {"MassiveShift", "fp_fma", "fp16", "e+ao", 0x0001, 0x8001, 0x7bff, 0x7bff, kX},
    {"MassiveShift", "fp_fma", "fp16", "z-", 0x0001, 0x8001, 0x7bff, 0x7bfe, kX},
    {"MassiveShift", "fp_add", "fp16", "ez-a", 0x3c00, 0x0001, 0, 0x3c00, kX},
    {"MassiveShift", "fp_add", "fp16", "+o", 0x0001, 0x3c00, 0, 0x3c01, kX},
    {"MassiveShift", "fp_add", "fp16", "e+a", 0x3c00, 0x8001, 0, 0x3c00, kX},
    {"MassiveShift", "fp_add", "fp16", "z-o", 0x8001, 0x3c00, 0, 0x3bff, kX},
    {"MassiveShift", "fp_add", "fp16", "ez-ao", 0x7bff, 0x0001, 0, 0x7bff, kX},
    {"MassiveShift", "fp_add", "fp16", "+", 0x7bff, 0x0001, 0, 0x7c00, kOX},
    {"MassiveShift", "fp_fma", "fp32", "+o", 0x3f800000, 0x3f800000, 0x00000001, 0x3f800001, kX},
    {"MassiveShift", "fp_fma", "fp32", "z-o", 1, 0x80000001, 0x3f800000, 0x3f7fffff, kX},
    {"MassiveShift", "fp_add", "fp32", "z-o", 0x3f800000, 0x80000001, 0, 0x3f7fffff, kX},

    // 65504 + 16 is half way to 65536, where overflow begins; truncated it fits.
    {"LargestAndHalf", "fp_add", "fp16", "e+a", 0x7bff, 0x4c00, 0, 0x7c00, kOX},
    {"LargestAndHalf", "fp_add", "fp16", "z-o", 0x7bff, 0x4c00, 0, 0x7bff, kX},
    {"LargestAndHalf", "fp_add", "fp16", "ez-ao", 0x7bff, 0x4bff, 0, 0x7bff, kX},
    {"LargestAndHalf", "fp_add", "fp16", "+", 0x7bff, 0x4bff, 0, 0x7c00, kOX},
    {"LargestAndHalf", "fp_add", "fp16", "e-a", 0xfbff, 0xcc00, 0, 0xfc00, kOX},
    {"LargestAndHalf", "fp_add", "fp16", "z+o", 0xfbff, 0xcc00, 0, 0xfbff, kX},
    {"LargestAndHalf", "fp_fma", "fp16", "e+a", 0x7bff, 0x3c00, 0x4c00, 0x7c00, kOX},
    {"LargestAndHalf", "fp_fma", "fp16", "z-o", 0x7bff, 0x3c00, 0x4c00, 0x7bff, kX},
    {"Overflows", "fp_mul", "fp16", "e+a", 0x7bff, 0x4000, 0, 0x7c00, kOX},
    {"Overflows", "fp_mul", "fp16", "z-o", 0x7bff, 0x4000, 0, 0x7bff, kOX},
    {"Overflows", "fp_mul", "fp16", "e-a", 0x7bff, 0xc000, 0, 0xfc00, kOX},
    {"Overflows", "fp_mul", "fp16", "z+o", 0x7bff, 0xc000, 0, 0xfbff, kOX},
    {"Overflows", "fp_mul", "fp32", "e+a", 0x7f7fffff, 0x7f7fffff, 0, 0x7f800000, kOX},
    {"Overflows", "fp_mul", "fp32", "z-o", 0x7f7fffff, 0x7f7fffff, 0, 0x7f7fffff, kOX},

    {"InfinityTimesZeroPlusNan", "fp_fma", "fp16", "ez-+ao", 0x7c00, 0x0000, 0x7e00, 0x7e00, kV},
    {"InfinityTimesZeroPlusNan", "fp_fma", "fp16", "ez-+ao", 0x8000, 0x7c00, 0xfe01, 0x7e00, kV},
    {"InfinityTimesZeroPlusNan", "fp_fma", "fp16", "ez-+ao", 0xfc00, 0x0000, 0x7c01, 0x7e00, kV},
    {"InfinityTimesZeroPlusNan", "fp_fma", "fp32", "ez-+ao", 0x7f800000, 0, 0x7fc00000, 0x7fc00000,
     kV},
    {"NoNumber", "fp_fma", "fp16", "ez-+ao", 0x7c00, 0x0000, 0x3c00, 0x7e00, kV},
    {"NoNumber", "fp_fma", "fp16", "ez-+ao", 0x7c00, 0x3c00, 0xfc00, 0x7e00, kV},
    {"NoNumber", "fp_fma", "fp16", "ez-+ao", 0xfe01, 0x3c00, 0x3c00, 0x7e00, 0},
    {"NoNumber", "fp_fma", "fp16", "ez-+ao", 0x3c00, 0x7c01, 0x3c00, 0x7e00, kV},
    {"NoNumber", "fp_fma", "fp16", "ez-+ao", 0x3c00, 0x3c00, 0xfdff, 0x7e00, kV},
    {"NoNumber", "fp_add", "fp16", "ez-+ao", 0x7c00, 0xfc00, 0, 0x7e00, kV},
    {"NoNumber", "fp_add", "fp16", "ez-+ao", 0x7e00, 0xfc00, 0, 0x7e00, 0},
    {"NoNumber", "fp_add", "fp16", "ez-+ao", 0x3c00, 0x7d55, 0, 0x7e00, kV},
    {"NoNumber", "fp_mul", "fp16", "ez-+ao", 0x7c00, 0x8000, 0, 0x7e00, kV},
    {"NoNumber", "fp_mul", "fp16", "ez-+ao", 0x7e00, 0x0000, 0, 0x7e00, 0},
    {"NoNumber", "fp_mul", "fp16", "ez-+ao", 0x7c01, 0x0000, 0, 0x7e00, kV},
    {"Infinite", "fp_fma", "fp16", "ez-+ao", 0x7c00, 0x0001, 0xfbff, 0x7c00, 0},
    {"Infinite", "fp_fma", "fp16", "ez-+ao", 0x7bff, 0x7bff, 0xfc00, 0xfc00, 0},
    {"Infinite", "fp_add", "fp16", "ez-+ao", 0x7bff, 0xfc00, 0, 0xfc00, 0},
    {"Infinite", "fp_mul", "fp16", "ez-+ao", 0x8001, 0x7c00, 0, 0xfc00, 0},
};

}  // namespace macroscope
