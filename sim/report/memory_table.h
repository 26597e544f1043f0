// How formats of blocks lie in memory, as a table.
#pragma once

#include <string>
#include <vector>

#include "models/formats/block_format.h"
#include "models/formats/block_memory.h"
#include "sim/report/table.h"

namespace macroscope {

struct Pivot;

// One row a format: storage, and transfers in words of each width. With `quantized` scales those of
// them are codes of their own blocks (QuantizedScales::Helps()).
Table MemoryTable(const std::vector<BlockFormat>& formats, const std::vector<int>& word_bits,
                  const QuantizedScales& quantized = {});

// The same of the formats that a sweep's operands have, over subchannels of 16, 32 and 64 bits; no
// rows if it has none. Formats that a sweep defines itself are not known here: the caption says so.
Table OperandMemoryTable(const Pivot& pivot);

// "32", or "tensor"; "4.25".
std::string BlockSizeText(const BlockFormat& format);
std::string BitsText(double bits);

}  // namespace macroscope
