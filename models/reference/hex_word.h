// A wide accumulator as text.
#pragma once

#include <string>

#include "models/reference/big_integer.h"

namespace macroscope {

// The low width_bits of value in two's complement, as hexadecimal digits with leading zeros.
inline std::string HexWord(mpz_srcptr value, int width_bits) {
  BigInteger word;
  mpz_fdiv_r_2exp(word, value, width_bits);
  std::string text(mpz_sizeinbase(word, 16) + 2, '\0');
  mpz_get_str(text.data(), 16, word);
  text.resize(text.find('\0'));
  const auto digits = static_cast<std::size_t>((width_bits + 3) / 4);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace macroscope
