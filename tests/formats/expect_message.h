// Errors are part of what a user gets: their words are tested.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <stdexcept>
#include <string>

namespace macroscope {

// Expects `call` to throw std::invalid_argument with all of `words` in its message.
template <typename Call>
void ExpectInvalid(Call call, std::initializer_list<std::string> words) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    const std::string message = error.what();
    for (const std::string& word : words) {
      EXPECT_NE(message.find(word), std::string::npos) << "'" << word << "' in: " << message;
    }
    return;
  }
  ADD_FAILURE() << "nothing thrown";
}

}  // namespace macroscope
