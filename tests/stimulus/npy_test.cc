// .npy files written byte by byte, and what is said of each that is wrong.
#include "sim/stimulus/npy.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string>

#include "sim/base/build_error.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

std::string Bytes(std::uint64_t value, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i));
  return bytes;
}

std::string Floats(const std::vector<float>& values) {
  std::string bytes;
  for (const float value : values) bytes += Bytes(std::bit_cast<std::uint32_t>(value), 4);
  return bytes;
}

// As numpy.save lays it out: the header padded with spaces to a multiple of 64 bytes.
std::string Npy(const std::string& type, const std::string& shape, const std::string& data,
                int version = 1, bool fortran = false) {
  std::string dictionary = "{'descr': " + type +
                           ", 'fortran_order': " + (fortran ? "True" : "False") +
                           ", 'shape': " + shape + ", }";
  const int length_bytes = version == 1 ? 2 : 4;
  while ((8 + length_bytes + dictionary.size() + 1) % 64 != 0) dictionary += ' ';
  dictionary += '\n';
  return std::string("\x93NUMPY") + static_cast<char>(version) + '\0' +
         Bytes(dictionary.size(), length_bytes) + dictionary + data;
}

class NpyTest : public testing::Test {
 protected:
  std::vector<float> Read(const std::string& content) const {
    const auto file = folder_.path() / "t.npy";
    std::ofstream(file, std::ios::binary) << content;
    return ReadNpy(file);
  }
  // Without the folder; "" if nothing is wrong.
  std::string Error(const std::string& content) const {
    try {
      Read(content);
    } catch (const BuildError& error) {
      const std::string text = error.what();
      const std::string folder = folder_.path().string() + "/";
      return text.starts_with(folder) ? text.substr(folder.size()) : text;
    }
    return "";
  }

  TemporaryFolder folder_;
};

TEST_F(NpyTest, ReadsFloat32InEveryVersionAndOrder) {
  const std::vector<float> values = {0, -0.0F, 1.5F, -3.25e-38F, 3.4e38F, 1e-45F};
  for (const int version : {1, 2, 3}) {
    for (const bool fortran : {false, true}) {
      EXPECT_EQ(Read(Npy("'<f4'", "(2, 3)", Floats(values), version, fortran)), values);
    }
  }
}

TEST_F(NpyTest, ReadsEveryFiniteFloat16) {
  std::string data;
  std::vector<std::uint16_t> codes;
  for (std::uint32_t code = 0; code < 0x10000; ++code) {
    if ((code & 0x7c00) == 0x7c00) continue;
    codes.push_back(static_cast<std::uint16_t>(code));
    data += Bytes(code, 2);
  }
  const std::vector<float> values =
      Read(Npy("'<f2'", "(" + std::to_string(codes.size()) + ",)", data));
  ASSERT_EQ(values.size(), 2u * 31 * 1024);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    // By another way: the fields moved into a float, whose bias is 112 more.
    const std::uint32_t moved = (codes[i] & 0x7fffu) << 13;
    const float magnitude = std::bit_cast<float>(moved) * 0x1p112F;
    const float exact = (codes[i] & 0x8000) != 0 ? -magnitude : magnitude;
    ASSERT_EQ(std::bit_cast<std::uint32_t>(values[i]), std::bit_cast<std::uint32_t>(exact));
  }
}

TEST_F(NpyTest, ReadsEveryInt8) {
  std::string data;
  for (int code = 0; code < 256; ++code) data += static_cast<char>(code);
  const std::vector<float> values = Read(Npy("'|i1'", "(4, 8, 8)", data));
  ASSERT_EQ(values.size(), 256u);
  for (int code = 0; code < 256; ++code) {
    EXPECT_EQ(values[code], code < 128 ? code : code - 256);
  }
}

TEST_F(NpyTest, ReadsScalarsAndLongShapes) {
  EXPECT_EQ(Read(Npy("'<f4'", "()", Floats({7}))), std::vector<float>{7});
  EXPECT_EQ(Read(Npy("'<f4'", "(1, 1, 2, 1)", Floats({7, 8}))), (std::vector<float>{7, 8}));
}

TEST_F(NpyTest, RefusesWhatIsNotFinite) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(Error(Npy("'<f4'", "(3,)", Floats({1, 2, nan}))),
            "t.npy: value 2 of 3, counted from 0 in the order of the file, is NaN; expected finite "
            "numbers");
  EXPECT_EQ(Error(Npy("'<f4'", "(3,)", Floats({1, -infinity, nan}))),
            "t.npy: value 1 of 3, counted from 0 in the order of the file, is infinite; expected "
            "finite numbers");
  EXPECT_NE(Error(Npy("'<f2'", "(1,)", Bytes(0xfc00, 2))).find("is infinite"), std::string::npos);
  EXPECT_NE(Error(Npy("'<f2'", "(1,)", Bytes(0x7c01, 2))).find("is NaN"), std::string::npos);
}

TEST_F(NpyTest, RefusesOtherTypes) {
  const std::string accepted =
      "; expected float32 ('<f4'), float16 ('<f2') or int8 ('|i1'), as array.astype('float32') "
      "makes";
  EXPECT_EQ(Error(Npy("'<f8'", "(1,)", Bytes(0, 8))),
            "t.npy: holds values of type '<f8'" + accepted);
  EXPECT_EQ(Error(Npy("'>f4'", "(1,)", Bytes(0, 4))),
            "t.npy: holds big-endian values ('>f4')" + accepted);
  EXPECT_EQ(Error(Npy("[('x', '<f4')]", "(1,)", Bytes(0, 4))), "t.npy: holds records" + accepted);
}

TEST_F(NpyTest, RefusesEmptyTensors) {
  EXPECT_EQ(Error(Npy("'<f4'", "(0,)", "")), "t.npy: holds no values; expected at least one");
  EXPECT_EQ(Error(Npy("'<f4'", "(3, 0)", "")), "t.npy: holds no values; expected at least one");
}

TEST_F(NpyTest, RefusesFilesCutAnywhere) {
  const std::string whole = Npy("'<f4'", "(2,)", Floats({1, 2}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string error = Error(whole.substr(0, length));
    ASSERT_TRUE(error.starts_with("t.npy: ")) << length << ": " << error;
  }
  EXPECT_EQ(Error(""),
            "t.npy: is no .npy file: its first bytes are not NumPy's; expected what numpy.save "
            "writes");
  EXPECT_EQ(Error(whole.substr(0, 40)),
            "t.npy: is cut off within its header; expected a whole .npy file");
  EXPECT_EQ(Error(whole.substr(0, whole.size() - 1)),
            "t.npy: holds 7 bytes of data where its header promises 8; expected a whole .npy file "
            "with nothing after it");
  EXPECT_EQ(Error(whole + "x"),
            "t.npy: holds 9 bytes of data where its header promises 8; expected a whole .npy file "
            "with nothing after it");
}

TEST_F(NpyTest, RefusesHeadersItCannotRead) {
  const std::string unreadable =
      "t.npy: has a header that cannot be read; expected what numpy.save writes";
  for (const char* shape : {"(-1,)", "(x,)", "3", "(3", "(99999999999999999999,)",
                            "(4294967296, 4294967296, 4294967296, 4294967296, 4294967296)"}) {
    EXPECT_EQ(Error(Npy("'<f4'", shape, Floats({1, 2}))), unreadable) << shape;
  }
  EXPECT_EQ(Error(Npy("f4", "(1)", "")), unreadable);
  EXPECT_EQ(Error(Npy("'<f4'", "(1,)", Floats({1}), 4)),
            "t.npy: has .npy version 4; expected 1, 2 or 3");
}

TEST_F(NpyTest, RefusesFilesThatAreNotThere) {
  EXPECT_THROW(ReadNpy(folder_.path() / "none.npy"), BuildError);
  EXPECT_THROW(ReadNpy(folder_.path()), BuildError);
}

}  // namespace
}  // namespace macroscope
