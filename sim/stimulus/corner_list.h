// Codes that datapaths tend to be wrong at, drawn more often than chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "models/formats/format.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class CornerList {
 public:
  // `codes`, and each with its sign turned over; bits above the format's width are ignored.
  CornerList(const Format& format, std::vector<std::uint64_t> codes)
      : mask_(format.code_mask()), codes_(std::move(codes)) {
    const std::size_t count = codes_.size();
    for (std::size_t i = 0; i < count; ++i) codes_.push_back(codes_[i] ^ format.sign_mask());
    for (std::uint64_t& code : codes_) code &= mask_;
  }

  // Any code in half the draws, else one of the list.
  std::uint64_t Draw(Random& random) const {
    const std::uint64_t word = random.Next();
    if (word >> 63 != 0) return word & mask_;
    return codes_[static_cast<std::size_t>(random.Below(codes_.size()))];
  }

 private:
  std::uint64_t mask_;
  std::vector<std::uint64_t> codes_;
};

// A code and those beside it, at the end of `codes`.
inline void AddWithNeighbours(std::uint64_t code, std::vector<std::uint64_t>& codes) {
  codes.insert(codes.end(), {code - 1, code, code + 1});
}

}  // namespace macroscope
