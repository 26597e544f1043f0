#include "models/formats/catalogue.h"
#include "sim/config/format_file.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class AlternativeRowTest : public ConfigTest {
 protected:
  Format Load(const std::string& row) const {
    Catalogue catalogue;
    AddFormatFile(Write("f.yaml", "formats:\n  - " + row + "\n"), catalogue);
    return catalogue.alternatives().back();
  }
  std::string Error(const std::string& row) const {
    return ErrorOf([&] { Load(row); });
  }
};

Catalogue Example() {
  Catalogue catalogue;
  AddFormatFile(
      std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "formats" / "example.yaml",
      catalogue);
  return catalogue;
}

TEST_F(AlternativeRowTest, Posits) {
  const Format example = Example().FindAlternative("posit6_mine");
  EXPECT_TRUE(example.is_posit());
  EXPECT_EQ(example.posit.width_bits, 6);
  EXPECT_EQ(example.posit.exponent_bits, 1);
  const Format standard = Load("{name: x, family: posit, width_bits: 12}");
  EXPECT_EQ(standard.posit.width_bits, 12);
  EXPECT_EQ(standard.posit.exponent_bits, 2);
}

TEST_F(AlternativeRowTest, SlipsInPosits) {
  ExpectStartsWith(Error("{name: x, family: posit}"), "f.yaml:2: width_bits: missing key");
  for (const char* width : {"2", "33", "-8"}) {
    ExpectStartsWith(Error(std::string("{name: x, family: posit, width_bits: ") + width + "}"),
                     std::string("f.yaml:2: width_bits: ") + width +
                         " is out of range; expected an integer from 3 to 32");
  }
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 4, exponent_bits: 5}"),
                   "f.yaml:2: formats: format 'x': exponent_bits is 5, which exceeds its width of "
                   "4 bits; it can be 0 to 4");
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 32, exponent_bits: 10}"),
                   "f.yaml:2: formats: format 'x': exponent_bits is 10; it can be 0 to 9");
  ExpectStartsWith(Error("{name: x, family: posit, width_bits: 8, bias: 3}"),
                   "f.yaml:2: bias: unknown key; the keys here are name, family, width_bits,");
  ExpectStartsWith(Error("{name: posit8_1, family: posit, width_bits: 8}"),
                   "f.yaml:2: formats: format 'posit8_1' exists already");
}

}  // namespace
}  // namespace macroscope
