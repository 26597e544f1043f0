// A table for other programs.
#pragma once

#include <string>

#include "sim/report/table.h"

namespace macroscope {

// RFC 4180: quoted where need be.
std::string ToCsv(const Table& table);
// An array of objects, one a row, keyed by the columns' titles; all values are strings.
std::string ToJson(const Table& table);

}  // namespace macroscope
