// Long for one file, but only one table after the other.
#include "sim/cli/format_tables.h"

#include <fmt/format.h>

#include "models/formats/class_of.h"
#include "models/formats/decode.h"
#include "models/formats/double_base_number.h"
#include "models/formats/log_number.h"
#include "sim/cli/alternative_fields.h"
#include "sim/cli/columns.h"

namespace macroscope {
namespace {

std::string CodeText(const Format& format, std::uint64_t code) {
  return fmt::format("{:0{}x}", code, (format.width_bits() + 3) / 4);
}

std::string Value(const Format& format, std::uint64_t code) {
  if (format.holds_logarithms()) return DecimalValue(DecodeLog(format, code));
  if (format.is_double_base()) return DecimalValue(DecodeDoubleBase(format, code));
  return DecimalValue(Decode(format, code));
}

std::string Exactly(const Format& format, std::uint64_t code) {
  if (format.holds_logarithms()) return ExactValue(DecodeLog(format, code));
  if (format.is_double_base()) return ExactValue(DecodeDoubleBase(format, code));
  return HexValue(Decode(format, code));
}

std::string EncodingText(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUnsigned:
      return "unsigned";
    case Encoding::kTwosComplement:
      return "two's complement";
    case Encoding::kSignMagnitude:
      break;
  }
  return "sign and magnitude";
}

std::string SpecialsText(Specials specials) {
  switch (specials) {
    case Specials::kIeee:
      return "ieee: the all-ones exponent holds infinity and the NaNs";
    case Specials::kTopCodeNan:
      return "top_code_nan: the all-ones magnitude is the NaN, no infinity";
    case Specials::kNone:
      return "none: every code is a finite number";
    case Specials::kNegativeZeroNan:
      return "negative_zero_nan: the code of -0 is the only NaN, no infinity";
    case Specials::kExtended:
      break;
  }
  return "extended: one NaN, and the last magnitude is infinity";
}

std::string SpecialsName(Specials specials) {
  const std::string text = SpecialsText(specials);
  return text.substr(0, text.find(':'));
}

const char* ClassName(NumberClass number_class) {
  switch (number_class) {
    case NumberClass::kZero:
      return "zero";
    case NumberClass::kSubnormal:
      return "subnormal";
    case NumberClass::kNormal:
      return "normal";
    case NumberClass::kInfinity:
      return "infinity";
    case NumberClass::kNan:
      break;
  }
  return "nan";
}

// What the catalogue says besides the widths of fields.
std::string KindText(const Format& format) {
  if (format.is_floating()) return SpecialsName(format.specials);
  return format.is_integer() ? EncodingText(format.encoding) : FamilyText(format.family);
}

// The least normal number, where there are subnormal ones.
std::uint64_t LeastNormal(const Format& format) { return std::uint64_t{1} << format.fraction_bits; }

std::string Layout(const Format& format) {
  if (format.is_alternative()) return AlternativeLayout(format);
  if (format.is_integer()) {
    const int sign_bits = format.is_signed() ? 1 : 0;
    const int whole = format.integer_width_bits - format.point_bits - sign_bits;
    if (format.point_bits == 0) return std::to_string(format.integer_width_bits);
    return fmt::format("{}{}.{}", sign_bits != 0 ? "1+" : "", whole, format.point_bits);
  }
  return fmt::format("{}/{}/{}", int{format.has_sign}, format.exponent_bits, format.fraction_bits);
}

}  // namespace

std::string BitFields(const Format& format, std::uint64_t code) {
  std::string text;
  for (int bit = format.width_bits(); bit-- > 0;) {
    text += (code >> bit & 1) != 0 ? '1' : '0';
    const bool ends =
        bit == format.fraction_bits || bit == format.fraction_bits + format.exponent_bits;
    if (format.is_floating() && ends && bit != 0) text += ' ';
    const bool is_sign = format.sign_mask() == std::uint64_t{1} << bit;
    const bool ends_two = format.is_double_base() && bit == format.double_base.three_bits;
    if (format.is_alternative() && (is_sign || ends_two)) text += ' ';
  }
  return text;
}

Table CatalogueTable(const std::vector<Format>& formats) {
  Table table;
  table.columns = {TextColumn("name"),    NumberColumn("bits"),     NumberColumn("s/e/f or int"),
                   NumberColumn("bias"),  TextColumn("specials"),   NumberColumn("greatest"),
                   NumberColumn("least"), NumberColumn("least > 0")};
  for (const Format& format : formats) {
    table.rows.push_back({format.name, std::to_string(format.width_bits()), Layout(format),
                          format.is_floating() ? std::to_string(format.bias) : "", KindText(format),
                          Value(format, format.max_finite()), Value(format, format.min_finite()),
                          Value(format, format.least_positive())});
  }
  return table;
}

Table FieldsTable(const Format& format) {
  Table table;
  table.columns = {TextColumn("field"), TextColumn("value")};
  const auto add = [&](const char* field, const std::string& value) {
    table.rows.push_back({field, value});
  };
  const auto flag = [](bool value) { return value ? "yes" : "no"; };
  add("name", format.name);
  add("width_bits", std::to_string(format.width_bits()));
  if (format.is_integer()) {
    add("family", format.point_bits == 0 ? "integer" : "integer (fixed point)");
    add("encoding", EncodingText(format.encoding));
    add("point_bits", std::to_string(format.point_bits));
    return table;
  }
  add("family", FamilyText(format.family));
  if (format.is_alternative()) {
    for (const auto& [field, value] : AlternativeFields(format)) add(field.c_str(), value);
    return table;
  }
  add("sign", flag(format.has_sign));
  add("exponent_bits", std::to_string(format.exponent_bits));
  add("fraction_bits", std::to_string(format.fraction_bits));
  add("bias", std::to_string(format.bias));
  add("specials", SpecialsText(format.specials));
  add("subnormals", flag(format.has_subnormals));
  add("zero", flag(format.has_zero));
  add("negative zero", flag(format.has_negative_zero()));
  return table;
}

Table LimitsTable(const Format& format) {
  Table table;
  table.columns = {TextColumn("limit"), NumberColumn("code"), TextColumn("bits"),
                   NumberColumn("value"), NumberColumn("exactly")};
  const auto add = [&](const char* limit, std::uint64_t code) {
    table.rows.push_back({limit, CodeText(format, code), BitFields(format, code),
                          Value(format, code), Exactly(format, code)});
  };
  add("greatest", format.max_finite());
  add("least", format.min_finite());
  if (format.is_floating() && LeastNormal(format) <= format.max_finite()) {
    add("least normal above 0", LeastNormal(format));
  }
  add("least above 0", format.least_positive());
  if (ClassOf(format, format.zero_code()) == NumberClass::kZero) add("zero", format.zero_code());
  if (format.has_negative_zero()) add("negative zero", format.sign_mask());
  if (format.has_infinity()) add("infinity", format.infinity(false));
  if (format.has_infinity() && format.is_signed()) add("negative infinity", format.infinity(true));
  if (format.has_nan()) add(format.has_nar() ? "NaR" : "canonical NaN", format.canonical_nan());
  return table;
}

Table ValuesTable(const Format& format) {
  Table table;
  table.columns = {NumberColumn("code"), TextColumn("bits"), TextColumn("class"),
                   NumberColumn("value"), NumberColumn("exactly")};
  for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
    table.rows.push_back({CodeText(format, code), BitFields(format, code),
                          ClassName(ClassOf(format, code)), Value(format, code),
                          Exactly(format, code)});
  }
  return table;
}

}  // namespace macroscope
