// A number format as tables: its fields, its limits, its special codes, all its values.
#pragma once

#include <string>
#include <vector>

#include "models/formats/format.h"
#include "sim/report/table.h"

namespace macroscope {

inline constexpr int kWidestValueTableBits = 8;

// One row a format.
Table CatalogueTable(const std::vector<Format>& formats);
// Two columns: field and value.
Table FieldsTable(const Format& format);
// Limits and special codes: what, code, value.
Table LimitsTable(const Format& format);
// One row a code, for formats of at most kWidestValueTableBits.
Table ValuesTable(const Format& format);

// "1 11111 00": sign, exponent and fraction apart; of alternatives the sign; integers whole.
std::string BitFields(const Format& format, std::uint64_t code);

}  // namespace macroscope
