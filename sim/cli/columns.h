// Columns of the tables that the subcommands print.
#pragma once

#include <string>

#include "sim/report/table.h"

namespace macroscope {

inline Column TextColumn(const std::string& title) { return {title, false, ""}; }
inline Column NumberColumn(const std::string& title) { return {title, true, ""}; }

}  // namespace macroscope
