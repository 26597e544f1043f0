// Formats that a rule names, so that no table lists them: intN, uintN, smagN, qM.N, uqM.N,
// positN_E, lnsN_F, elmaN_S, dbnsN_B.
#pragma once

#include <optional>
#include <string_view>

#include "models/formats/format.h"

namespace macroscope {

// The rules in words, for messages.
inline constexpr std::string_view kNameRules =
    "intN uintN smagN (N is 2 to 32), qM.N (1+M+N bits, 2 to 32), uqM.N (M+N bits, 2 to 32)";
inline constexpr std::string_view kAlternativeNameRules =
    "positN_E (N is 3 to 32 bits, E the exponent size, 0 to 9 and at most N), elmaN_S (the same of "
    "log posits), lnsN_F (sign and logarithm, N is 3 to 32 bits, F of them its fraction), dbnsN_B "
    "(sign, exponent of two, exponent of three; N is 4 to 16 bits, B of them of three, 2 to 8 and "
    "at most N - 2)";

// The format that a rule gives this name, or nothing if none does.
std::optional<Format> FormatByRule(std::string_view name);

}  // namespace macroscope
