// One number into a format of another kind: from and to logarithms, and to codes of a codebook. All
// other conversions are RoundedOperation's.
#pragma once

#include <cstdint>
#include <optional>

#include "models/design/design.h"
#include "models/reference/log_operation.h"

namespace macroscope {

class OtherConversion {
 public:
  // Whether this is where the design's conversion is.
  static bool Has(const Design& design);

  // `design` must outlive this.
  explicit OtherConversion(const Design& design);

  // Rounded as `choice` says where the target is an integer or a floating format.
  Quantized Convert(std::uint64_t a, const RoundingChoice& choice);

 private:
  const Design& design_;
  std::optional<LogOperation> log_;  // Into a logarithm.
};

}  // namespace macroscope
