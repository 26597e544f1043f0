#include "sim/base/cache.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <thread>

#include "sim/base/build_error.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

const std::string kKey = "0123456789012345678901234567890123456789";

int CountEntries(const fs::path& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
  return count;
}

TEST(KeyBuilder, TellsApartWhatConcatenationWouldNot) {
  EXPECT_NE(KeyBuilder().Add("a", "bc").Hash(), KeyBuilder().Add("ab", "c").Hash());
  EXPECT_NE(KeyBuilder().Add("a", "b").Add("c", "d").Hash(),
            KeyBuilder().Add("c", "d").Add("a", "b").Hash());
  EXPECT_EQ(KeyBuilder().Add("a", "b").Hash(), KeyBuilder().Add("a", "b").Hash());
}

TEST(HashFile, IsTheSha1OfTheContent) {
  const TemporaryFolder folder;
  WriteFile(folder.path() / "abc", "abc");  // The first example of FIPS 180.
  EXPECT_EQ(HashFile(folder.path() / "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_THROW(HashFile(folder.path() / "absent"), BuildError);
}

TEST(Cache, FillsOnceAndThenFinds) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  int fills = 0;
  const auto fill = [&](const fs::path& place) {
    ++fills;
    WriteFile(place / "result", "42");
  };
  EXPECT_FALSE(cache.Has("kind", kKey));
  const fs::path first = cache.Get("kind", kKey, fill);
  const fs::path second = cache.Get("kind", kKey, fill);
  EXPECT_EQ(first, second);
  EXPECT_EQ(fills, 1);
  EXPECT_EQ(ReadFile(first / "result"), "42");
  EXPECT_EQ(CountEntries(folder.path() / "kind"), 1);  // Neither lock nor temporary folder stays.
}

TEST(Cache, LeavesNothingBehindWhenFillThrows) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  EXPECT_THROW(cache.Get("kind", kKey,
                         [](const fs::path& place) {
                           WriteFile(place / "half", "4");
                           throw std::runtime_error("stop");
                         }),
               std::runtime_error);
  EXPECT_FALSE(cache.Has("kind", kKey));
  EXPECT_EQ(CountEntries(folder.path() / "kind"), 0);
}

TEST(Cache, ConcurrentProcessesAndThreadsFillAKeyOnce) {
  const TemporaryFolder folder;
  const fs::path log = folder.path() / "fills";
  constexpr int kProcesses = 6;
  const auto want = [&] {
    Cache cache(folder.path() / "cache");
    const fs::path place = cache.Get("kind", kKey, [&](const fs::path& temporary) {
      std::ofstream(log, std::ios::app) << "x";
      WriteFile(temporary / "first", "1");
      usleep(50'000);
      WriteFile(temporary / "second", "2");
    });
    return ReadFile(place / "first") + ReadFile(place / "second") == "12";
  };
  for (int i = 0; i < kProcesses; ++i) {
    if (fork() == 0) {
      bool also_in_thread = false;
      std::thread other([&] { also_in_thread = want(); });
      const bool ok = want();
      other.join();
      _exit(ok && also_in_thread ? 0 : 1);
    }
  }
  for (int i = 0; i < kProcesses; ++i) {
    int status = -1;
    wait(&status);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(ReadFile(log), "x");
}

TEST(Cache, RecoversFromAProcessKilledDuringFill) {
  const TemporaryFolder folder;
  Cache cache(folder.path() / "cache");
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    cache.Get("kind", kKey, [&](const fs::path& place) {
      WriteFile(place / "half", "4");
      if (write(ends[1], "!", 1) != 1) _exit(1);
      pause();
    });
    _exit(1);
  }
  char started = 0;
  ASSERT_EQ(read(ends[0], &started, 1), 1);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));

  EXPECT_FALSE(cache.Has("kind", kKey));
  // Another key's fill sweeps the dead process's folder away.
  const std::string other = "f" + kKey.substr(1);
  cache.Get("kind", other, [](const fs::path& place) { WriteFile(place / "result", "1"); });
  EXPECT_EQ(CountEntries(folder.path() / "cache/kind"), 1);
  const fs::path place =
      cache.Get("kind", kKey, [](const fs::path& p) { WriteFile(p / "result", "42"); });
  EXPECT_FALSE(fs::exists(place / "half"));
  EXPECT_EQ(ReadFile(place / "result"), "42");
}

TEST(Cache, DoesNotSweepAwayAFillUnderWay) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  cache.Get("kind", kKey, [&](const fs::path& place) {
    WriteFile(place / "first", "1");
    cache.Get("kind", "other", [](const fs::path& p) { WriteFile(p / "x", ""); });
    EXPECT_TRUE(fs::exists(place / "first"));
  });
}

// A limit on file sizes stands for a disk with no room: writes fail in the same way.
TEST(Cache, ReportsAFullDisk) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small = {4096, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  std::string message;
  try {
    cache.Get("kind", kKey,
              [](const fs::path& place) { WriteFile(place / "big", std::string(100'000, 'x')); });
  } catch (const BuildError& error) {
    message = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_NE(message.find("big"), std::string::npos) << message;
  EXPECT_NE(message.find("File too large"), std::string::npos) << message;
  EXPECT_FALSE(cache.Has("kind", kKey));
  EXPECT_EQ(CountEntries(folder.path() / "kind"), 0);
}

TEST(Cache, ReportsAFolderThatCannotBeMade) {
  const TemporaryFolder folder;
  WriteFile(folder.path() / "file", "");
  Cache cache(folder.path() / "file");
  try {
    cache.Get("kind", kKey, [](const fs::path&) {});
    FAIL() << "no error";
  } catch (const BuildError& error) {
    EXPECT_NE(std::string(error.what()).find((folder.path() / "file").string()), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("MACROSCOPE_CACHE"), std::string::npos);
  }
}

TEST(Cache, DefaultFollowsTheEnvironment) {
  setenv("MACROSCOPE_CACHE", "/tmp/macroscope_somewhere", 1);
  EXPECT_EQ(Cache::Default().root(), "/tmp/macroscope_somewhere");
}

TEST(WriteFileAtomically, ReplacesAndLeavesNoTemporary) {
  const TemporaryFolder folder;
  WriteFileAtomically(folder.path() / "file", "old");
  WriteFileAtomically(folder.path() / "file", "new");
  EXPECT_EQ(ReadFile(folder.path() / "file"), "new");
  EXPECT_EQ(CountEntries(folder.path()), 1);
  EXPECT_THROW(WriteFileAtomically(folder.path() / "absent/file", "x"), BuildError);
}

}  // namespace
}  // namespace macroscope
