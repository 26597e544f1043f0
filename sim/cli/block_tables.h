// Block formats as tables: the catalogue, one format's fields, how they lie in memory.
#pragma once

#include <string>
#include <vector>

#include "models/formats/block_format.h"
#include "sim/report/table.h"

namespace macroscope {

// One row a format.
Table BlockCatalogueTable(const std::vector<BlockFormat>& formats);
// Two columns: field and value.
Table BlockFieldsTable(const BlockFormat& format);
// One row a format: storage, and transfers in words of each width.
Table MemoryTable(const std::vector<BlockFormat>& formats, const std::vector<int>& word_bits);

}  // namespace macroscope
