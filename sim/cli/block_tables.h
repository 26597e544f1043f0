// Block formats as tables: the catalogue, one format's fields. How they lie in memory:
// sim/report/memory_table.h.
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

}  // namespace macroscope
