using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

public sealed class RecommendCommandTests : IDisposable
{
    private const string Profile = """
        {"schemaVersion": 1, "source": "test", "isEstimate": false, "gpuBusyShare": 0.6, "cpuMicrosPerRequest": 30000,
         "requests": {"batchTimes": [{"size": 1, "micros": 25000.0}, {"size": 8, "micros": 60000.0}], "spread": "deterministic", "servers": 1, "maxBatchSize": 8, "maxBatchDelayMicros": 2000}}
        """;

    private static readonly string[] _steady = ["--synthetic", "steady", "--rate", "assistant=30/min", "--duration", "5m"];

    private readonly TemporaryFolder _folder = new();
    private readonly Checkout _checkout = new();

    public void Dispose()
    {
        _checkout.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_lines_that_change_give_exactly_what_was_chosen()
    {
        var first = await RecommendAsync("assistant", "dev", [.. _steady, "--objective", "p95=4s"]);
        Apply("Pulumi.dev.yaml", first);
        var second = await RecommendAsync("assistant", "dev", [.. _steady, "--objective", "p95=4s"]);

        Assert.Equal(["-       instanceTypes: [g4dn.xlarge, g4dn.2xlarge]", "+       instanceTypes: [g5.xlarge]"], Lines(first));
        Assert.True(JToken.DeepEquals(first["chosen"], second["now"]), $"{first["chosen"]} {second["now"]}");
        Assert.True(JToken.DeepEquals(second["chosen"], second["now"]));
        Assert.Empty(Lines(second));
    }

    [Fact]
    public async Task Replicas_targets_and_room_go_into_the_file_as_they_were_chosen()
    {
        var profile = _folder.Write("p.json", Profile);
        string[] traffic = ["--synthetic", "burst", "--rate", "image-classifier=110/s", "--duration", "20m", "--profile", $"image-classifier={profile}", "--objective", "p99=150ms"];

        var first = await RecommendAsync("image-classifier", "dev", traffic);
        Apply("Pulumi.dev.yaml", first);
        var second = await RecommendAsync("image-classifier", "dev", traffic);

        Assert.Equal((string?)first["chosen"]!["instanceType"], (string?)second["now"]!["instanceType"]);
        Assert.True(JToken.DeepEquals(first["chosen"], second["now"]), $"{first["chosen"]} {second["now"]}");
        Assert.Contains(first["tried"]!, one => (double?)one["targets"]!["cpuPercent"] == 30);
        Assert.Contains(first["refused"]!, one => (string?)one["gpus"] == "MPS 2" && ((string)one["why"]!).StartsWith("gpu-inference:models[1].llm: qwen2.5-1.5b-instruct in fp16 needs 8.2 GiB on its GPU", StringComparison.Ordinal));
        Assert.Contains(first["tried"]!, one => (string?)one["nodes"] == "on-demand");
    }

    [Fact]
    public async Task A_profile_holds_for_the_accelerator_that_it_was_measured_on()
    {
        var profile = _folder.Write("p.json", Profile);
        string[] traffic = ["--synthetic", "steady", "--rate", "image-classifier=10/s", "--duration", "1m", "--objective", "p95=150ms"];

        var one = await RecommendAsync("image-classifier", "dev", [.. traffic, "--profile", $"image-classifier={profile}"]);
        var two = await RecommendAsync("image-classifier", "dev", [.. traffic, "--profile", $"image-classifier={profile}", "--profile", $"image-classifier@l4={profile}"]);

        Assert.Contains("p.json is taken for t4, where image-classifier runs now, and for nothing else; name others with --profile image-classifier@ACCELERATOR=FILE", one["notes"]!.Values<string>());
        Assert.DoesNotContain(one["tried"]!, tried => (string?)tried["instanceType"] == "g6.xlarge");
        Assert.Equal(
            "nobody measured or can estimate what a replica of image-classifier does on l4; measure one with './run loadtest' and name the file with --profile image-classifier@l4=FILE",
            (string?)one["refused"]!.First(refused => (string?)refused["instanceType"] == "g6.xlarge")["why"]);
        Assert.Contains(two["tried"]!, tried => (string?)tried["instanceType"] == "g6.xlarge");
    }

    [Fact]
    public async Task Text_says_the_same_twice_and_what_was_not_searched()
    {
        string[] arguments = ["recommend", "assistant", "--in", "dev", .. _steady, "--objective", "p95=4s"];
        var result = await _checkout.RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(result, await _checkout.RunAsync(arguments));
        Assert.StartsWith("assistant: g5.xlarge, spot, with 1 replica keeps p95=4 s for ~$", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  not searched: mixes of spot and on-demand, which take two pools: add one beside 't4' with the same instance types and the other capacityType\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  not searched: time-slicing of GPUs of which assistant takes 90 % of the memory (llm.memoryUtilization): nothing keeps containers that take turns apart\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("replicas: 1\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nPulumi.dev.yaml\n    gpu-inference:pools:\n      - name: t4\n-       instanceTypes: [g4dn.xlarge, g4dn.2xlarge]\n+       instanceTypes: [g5.xlarge]\n        capacityType: spot\n        capacity: {min: 0, max: 4}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_of_a_GPU_give_way_to_whole_ones_where_others_have_no_such_pieces()
    {
        _checkout.Write("Pulumi.mig.yaml", File.ReadAllText(RepositoryRoot.Combine("examples/environments/mig.yaml")));
        var profile = _folder.Write("p.json", Profile);
        string[] traffic = ["--synthetic", "steady", "--rate", "image-classifier=20/s", "--duration", "2m", "--objective", "p99=400ms", "--profile", $"image-classifier={profile}", "--profile", $"image-classifier@t4={profile}"];

        var first = await RecommendAsync("image-classifier", "mig", traffic);
        Apply("Pulumi.mig.yaml", first);
        var second = await RecommendAsync("image-classifier", "mig", traffic);

        Assert.Equal(["MIG all-1g.5gb", "whole", "MIG all-2g.10gb", "MIG all-3g.20gb", "MPS 2", "MPS 4", "time-slicing 2", "time-slicing 4"], first["tried"]!.Where(one => (string?)one["instanceType"] == "p4d.24xlarge").Select(one => (string)one["gpus"]!).Distinct().OrderBy(share => share is "MIG all-1g.5gb" ? 0 : share is "whole" ? 1 : 2).ThenBy(share => share, StringComparer.Ordinal));
        Assert.Equal(["-       instanceTypes: [p4d.24xlarge]", "+       instanceTypes: [g4dn.xlarge]", "+       capacityType: spot", "-       sharing:", "-         mig: {layout: all-1g.5gb}"], Lines(first));
        Assert.True(JToken.DeepEquals(first["chosen"], second["now"]), $"{first["chosen"]} {second["now"]}");
    }

    [Fact]
    public async Task Two_pools_mix_spot_and_on_demand()
    {
        var profile = _folder.Write("p.json", Profile);
        var result = await RecommendAsync("image-classifier", "prod", ["--synthetic", "steady", "--rate", "image-classifier=20/s", "--duration", "2m", "--objective", "p99=400ms", "--profile", $"image-classifier={profile}"], warns: true);

        Assert.Equal(["on-demand", "on-demand, then spot", "spot, then on-demand"], result["tried"]!.Select(one => (string)one["nodes"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("not searched: spot nodes alone; the simulation always finds another one, so that it can't tell what on-demand nodes behind them are worth", result["notes"]!.Values<string>());
    }

    [Fact]
    public async Task An_objective_that_nothing_keeps_is_a_finding()
    {
        string[] arguments = ["recommend", "assistant", "--in", "dev", "--synthetic", "steady", "--rate", "assistant=6/min", "--duration", "2m", "--objective", "p99=10ms"];
        var result = await _checkout.RunAsync(arguments);
        var json = await _checkout.RunAsync([.. arguments, "--json"]);
        var document = JObject.Parse(json.Output);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("assistant: nothing that was tried keeps p99=10 ms; now it is 0 % in time for ~$", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pulumi.dev.yaml", result.Output, StringComparison.Ordinal);
        Assert.Equal((1, JTokenType.Null, 0.0), (json.ExitCode, document["chosen"]!.Type, (double)document["now"]!["inTime"]!));
        Assert.Empty(Lines(document));
    }

    [Theory]
    [InlineData("recommend helper --in dev --synthetic steady --rate assistant=1/s --objective p95=4s", "error: 'dev' has no model 'helper'; there are: image-classifier, assistant\n")]
    [InlineData("recommend image-classifier --in local --synthetic steady --rate 1/s --objective p95=4s", "error: 'image-classifier' runs on nodes of somebody else (pool 'cpu'), so that nothing about them can be chosen\n")]
    [InlineData("recommend image-classifier --in dev --synthetic steady --rate assistant=1/s --duration 1m --objective p95=4s", "error: none of the requests is for 'image-classifier', so that there is nothing to go by\n")]
    [InlineData("recommend assistant --in dev --synthetic steady --rate assistant=1/s --objective p100=4s", "error: --objective is 'p100=4s'; allowed: a percentile and a duration, such as p95=1s or p99=800ms\n")]
    [InlineData("recommend assistant --in dev --objective p95=4s", "error: which requests come? Say --trace FILE or --synthetic KIND, or set gpu-inference:capacity in the environment's file\n  './run recommend --help' shows the usage.\n")]
    public async Task What_can_not_be_done_is_said(string command, string error)
    {
        var result = await _checkout.RunAsync(command.Split(' '));

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    private async Task<JObject> RecommendAsync(string model, string environment, string[] arguments, bool warns = false)
    {
        var result = await _checkout.RunAsync(["recommend", model, "--in", environment, .. arguments, "--json"]);

        Assert.Equal((0, warns), (result.ExitCode, result.Error.Length > 0));
        return JObject.Parse(result.Output);
    }

    // As a person would: lines that come go behind those that they replace, or else behind the line before.
    private void Apply(string file, JObject recommendation)
    {
        Assert.Equal(file, (string?)recommendation["change"]!["file"]);
        var (text, last) = (File.ReadAllText(_checkout.Path(file)), "");
        var come = new List<(string After, string Line)>();
        var gone = new List<string>();
        foreach (var line in Lines(recommendation))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                gone.Add(last = $"{line[2..]}\n");
                Assert.Equal(2, text.Split(last).Length);
            }
            else
            {
                come.Add((last, $"{line[2..]}\n"));
            }
        }

        foreach (var group in come.GroupBy(line => line.After, StringComparer.Ordinal))
        {
            text = text.Replace(group.Key, $"{group.Key}{string.Concat(group.Select(line => line.Line))}", StringComparison.Ordinal);
        }

        _checkout.Write(file, gone.Aggregate(text, (rest, line) => rest.Replace(line, "", StringComparison.Ordinal)));
    }

    private static List<string> Lines(JObject recommendation) => [.. recommendation["change"]!["lines"]!.Values<string>().Select(line => line!)];
}
