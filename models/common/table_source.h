// A table as one of the modules that are made for a design.
#pragma once

#include <string>

#include "models/common/unit.h"
#include "models/tables/lookup_table.h"

namespace macroscope {

// The file of TableModule.
inline GeneratedSource TableSource(const LookupTable& table, const std::string& module,
                                   const std::string& purpose) {
  return {module + ".sv", TableModule(table, module, purpose)};
}

}  // namespace macroscope
