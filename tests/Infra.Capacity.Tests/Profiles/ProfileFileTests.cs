using Infra.Capacity.Profiles;
using Infra.Capacity.Service;
using Infra.Core.Configuration;

namespace Infra.Capacity.Tests.Profiles;

public sealed class ProfileFileTests
{
    [Fact]
    public void A_profile_of_requests_is_written_and_read_again()
    {
        var profile = new RequestProfile
        {
            Source = "measured here",
            IsEstimate = false,
            GpuBusyShare = 0.8,
            CpuMicrosPerRequest = 1500,
            BatchTimes = new TimeCurve(new TimePoint(1, 5000), new TimePoint(8, 12000.5)),
            Spread = ServiceSpread.Measured(1, 2, 4),
            Servers = 2,
            MaxBatchSize = 8,
            MaxBatchDelayMicros = 300,
        };

        var read = Assert.IsType<RequestProfile>(Read(Written(profile)));

        Assert.Equal(profile with { BatchTimes = read.BatchTimes, Spread = read.Spread }, read);
        Assert.Equal(profile.BatchTimes.Points.AsEnumerable(), read.BatchTimes.Points);
        Assert.Equal(profile.Spread.Quantiles.Select(quantile => Math.Round(quantile, 5)), read.Spread.Quantiles.Select(quantile => Math.Round(quantile, 5)));
    }

    [Fact]
    public void A_profile_of_tokens_is_written_and_read_again()
    {
        var profile = new TokenProfile
        {
            Source = "estimate",
            IsEstimate = true,
            PrefillTimes = new TimeCurve(new TimePoint(100, 9000), new TimePoint(1000, 90000)),
            DecodeTimes = new TimeCurve(new TimePoint(1, 14000), new TimePoint(32, 18000)),
            DecodeMicrosPerCachedToken = 0.125,
            MaxSequences = 32,
            KvTokens = 100_000,
            MaxBatchedTokens = 4096,
        };

        var read = Assert.IsType<TokenProfile>(Read(Written(profile)));

        Assert.Equal(profile with { PrefillTimes = read.PrefillTimes, DecodeTimes = read.DecodeTimes }, read);
        Assert.Equal(profile.PrefillTimes.Points.AsEnumerable(), read.PrefillTimes.Points);
        Assert.Equal(profile.DecodeTimes.Points.AsEnumerable(), read.DecodeTimes.Points);
    }

    [Fact]
    public void A_file_is_as_the_documentation_shows_it() => Assert.Equal(
        """
        {
          "schemaVersion": 1,
          "source": "measured here",
          "isEstimate": false,
          "gpuBusyShare": 1.0,
          "requests": {
            "batchTimes": [
              {
                "size": 1,
                "micros": 5000.0
              }
            ],
            "spread": "deterministic",
            "servers": 1,
            "maxBatchSize": 1,
            "maxBatchDelayMicros": 0
          }
        }

        """,
        Written(new RequestProfile { Source = "measured here", IsEstimate = false, BatchTimes = new TimeCurve(new TimePoint(1, 5000)) }));

    [Theory]
    [InlineData("""{"schemaVersion": 2, "source": "x", "requests": {"batchTimes": [{"size": 1, "micros": 5}]}}""", "p.schemaVersion: 2 is not a version of this program; it reads 1")]
    [InlineData("""{"schemaVersion": 1, "source": "x"}""", "p: exactly one of 'requests' and 'tokens' is allowed; say what the replica answers with")]
    [InlineData("""{"schemaVersion": 1, "source": "x", "requests": {"batchTimes": []}}""", "p.requests.batchTimes: A curve needs at least one point.")]
    [InlineData("""{"schemaVersion": 1, "source": "x", "requests": {"batchTimes": [{"size": 4, "micros": 5}, {"size": 2, "micros": 6}]}}""", "p.requests.batchTimes: Point 1 has size 2 after 4; sizes go upwards.")]
    [InlineData("""{"schemaVersion": 1, "source": "x", "requests": {"batchTimes": [{"size": 1, "micros": 5}], "maxBatchSize": 4}}""", "p.requests: maxBatchSize: 4 is not between 1 and 1, the largest batch with a time")]
    [InlineData("""{"schemaVersion": 1, "source": "x", "requests": {"batchTimes": [{"size": 1, "micros": 5}], "quantiles": [1, 2]}}""", "p.requests.quantiles: only a measured spread has quantiles; write 'spread: measured', or leave them out")]
    [InlineData("""{"schemaVersion": 1, "source": "x", "requests": {"batchTimes": [{"size": 1, "micros": 5}], "spread": "measured", "quantiles": [2, 1]}}""", "p.requests.quantiles: Quantile 1 is 1; quantiles are 0 or more and never fall.")]
    public void What_is_wrong_is_said_with_its_place(string json, string problem)
    {
        var problems = new ConfigProblems();

        Assert.Null(ProfileFile.Read("p", json, problems));
        Assert.Equal([problem], problems.All.Select(one => $"{one}"));
    }

    [Fact]
    public void An_unknown_key_is_an_error_with_a_suggestion()
    {
        var problems = new ConfigProblems();

        Assert.Null(ProfileFile.Read("p", """{"schemaVersion": 1, "source": "x", "request": {}}""", problems));
        Assert.Contains("did you mean 'requests'?", problems.All[0].Found);
    }

    private static string Written(ServiceProfile profile)
    {
        var text = new StringWriter { NewLine = "\n" };
        ProfileFile.Write(profile, text);
        return text.ToString();
    }

    private static ServiceProfile? Read(string json)
    {
        var problems = new ConfigProblems();
        var profile = ProfileFile.Read("p", json, problems);
        Assert.Equal([], problems.All);
        return profile;
    }
}
