using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary>What catalog instances lists, says of what it leaves out, and refuses.</summary>
public sealed class CatalogInstancesCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_matches_is_a_table_and_what_does_not_has_a_reason()
    {
        var result = await RunAsync("--gpu a100 --min-memory 80Gi");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            1 of 130 instance types

            TYPE           VCPUS  MEMORY  DEVICES        MEMORY EACH   USABLE  EFA  NVME  PODS    USD/H  USD/DEVICE  NOTE
            p4de.24xlarge     96  1152Gi  8 x a100-80gb         80Gi  81039Mi    4    8T   250  27.4471      3.4309

            Prices: on demand in us-east-1, from aws/karpenter-provider-aws of 2026-07-20. A size with ~ is an estimate. Pods: of a managed node group without prefixes.

            Left out:
              51 without accelerators
              77 with other accelerators than --gpu a100
              40Gi per accelerator, less than 80Gi (--min-memory): p4d.24xlarge

            """,
            result.Output);
    }

    [Fact]
    public async Task Legacy_types_parts_of_a_GPU_estimates_and_unknown_prices_are_marked()
    {
        var legacy = await RunAsync("--gpu v100");
        var parts = await RunAsync("--family g6f");
        var unpriced = await RunAsync("--family p5e");

        Assert.Equal(["p3.2xlarge retired", "p3.8xlarge retired", "p3.16xlarge retired", "p3dn.24xlarge legacy"], Rows(legacy.Output).Select(row => $"{row[0]} {row[^1]}"));
        Assert.All(Rows(parts.Output), row => Assert.Equal(["part", "of", "a", "GPU"], row[^4..]));
        Assert.Equal(["p5e.48xlarge", "192", "2Ti", "8", "x", "h200", "141Gi", "~131245Mi", "32", "30400G", "100", "-", "-"], Rows(unpriced.Output).Single());
        Assert.Contains("No price is known in us-east-1. A size with ~ is an estimate.", unpriced.Output);
    }

    [Fact]
    public async Task Whoever_is_near_is_named_with_all_reasons()
    {
        var result = await RunAsync("--family g5g --min-gpus 2 --vcpus 64 --efa");

        Assert.Equal(
            """
            0 of 130 instance types

            Left out:
              51 without accelerators
              73 of other families than --family g5g
              no EFA (--efa): g5g.16xlarge, g5g.metal
              1 of 2 accelerators (--min-gpus); 32 vCPUs, fewer than 64 (--vcpus); no EFA (--efa): g5g.8xlarge
              1 of 2 accelerators (--min-gpus); 16 vCPUs, fewer than 64 (--vcpus); no EFA (--efa): g5g.4xlarge
              1 of 2 accelerators (--min-gpus); 8 vCPUs, fewer than 64 (--vcpus); no EFA (--efa): g5g.2xlarge
              1 of 2 accelerators (--min-gpus); 4 vCPUs, fewer than 64 (--vcpus); no EFA (--efa): g5g.xlarge

            """,
            result.Output);
    }

    [Fact]
    public async Task Of_what_is_too_small_the_largest_comes_first()
    {
        Assert.Equal(
            """
            0 of 130 instance types

            Left out:
              51 without accelerators
              75 with other accelerators than --gpu v100
              8 of 16 accelerators (--min-gpus); 32Gi per accelerator, less than 100Gi (--min-memory): p3dn.24xlarge
              8 of 16 accelerators (--min-gpus); 16Gi per accelerator, less than 100Gi (--min-memory): p3.16xlarge
              4 of 16 accelerators (--min-gpus); 16Gi per accelerator, less than 100Gi (--min-memory): p3.8xlarge
              1 of 16 accelerators (--min-gpus); 16Gi per accelerator, less than 100Gi (--min-memory): p3.2xlarge

            """,
            (await RunAsync("--gpu v100 --min-memory 100Gi --min-gpus 16")).Output);
        Assert.EndsWith(
            """
              0.5 of a GPU (--min-gpus): g6f.4xlarge
              0.25 of a GPU (--min-gpus): g6f.2xlarge
              0.125 of a GPU (--min-gpus): g6f.large, g6f.xlarge

            """,
            (await RunAsync("--family g6f --min-gpus 1")).Output);
    }

    [Fact]
    public async Task Json_has_all_that_is_known_and_every_reason()
    {
        var result = await RunAsync("--gpu a100-40gb --arch amd64 --json");
        var document = JObject.Parse(result.Output);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("\n}\n", result.Output);
        var instance = Assert.Single(document["instances"]!);
        Assert.Equal(
            """{"model":"a100-40gb","name":"a100","product":"NVIDIA A100 40GB","manufacturer":"nvidia","resource":"nvidia.com/gpu","count":8,"fraction":null,"memory":"40Gi","usableMemory":"40442Mi","usableMemoryBasis":"measured","usableMemorySource":{"site":"NVIDIA/k8s-test-infra","path":"tests/e2e/go/assertions/nvidiasmi/testdata/hardware","commit":"3b2b865d","date":"2026-08-21"},"architecture":"Ampere","computeCapability":8.0,"neuronCores":null,"precisions":["fp32","fp16","bf16"],"migLayouts":["all-1g.5gb","all-1g.10gb","all-2g.10gb","all-3g.20gb","all-4g.20gb","all-7g.40gb","all-balanced"],"endOfSupport":null}""",
            instance["accelerator"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"byInterfaces":737,"withPrefixes":250,"managedNodeGroup":250}""", instance["pods"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"cpu":"95690m","memory":"1140264Mi","basis":"measured"}""", instance["allocatable"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(("us-east-1", 21.957642m, "2026-07-20"), ((string)document["region"]!, (decimal)instance["usdPerHour"]!, (string)instance["priceSource"]!["date"]!));
        Assert.Equal(129, document["leftOut"]!.Count());
        Assert.Equal(
            """{"name":"g5g.xlarge","reasons":[{"option":"--gpu","text":"t4g, not a100-40gb"},{"option":"--arch","text":"arm64, not amd64"}]}""",
            document["leftOut"]!.Single(row => (string)row["name"]! == "g5g.xlarge").ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("--gpu a101", "there is no GPU or Neuron device 'a101'; did you mean 'a100'? there are: a100, a100-40gb, a100-80gb, a10g, b200, b300, h100, h200, inferentia, inferentia2, l4, l40s, radeon-pro-v520, rtx-pro-server-6000, t4, t4g, trainium, trainium2, v100, v100-16gb, v100-32gb")]
    [InlineData("--arch arm", "there is no architecture 'arm'; there are: amd64, arm64")]
    [InlineData("--region us-east-2", "there is no region with prices 'us-east-2'; did you mean 'us-east-1'? there are: us-east-1, us-west-2")]
    [InlineData("--min-memory 40GB", "--min-memory is '40GB'; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei")]
    [InlineData("--min-memory 40", "--min-memory is '40', which counts bytes; name the unit, such as 40Gi")]
    [InlineData("--min-gpus 0", "--min-gpus is '0'; allowed: a whole number, 1 or more")]
    [InlineData("--vcpus -4", "--vcpus is '-4'; allowed: a whole number, 1 or more")]
    public async Task What_makes_no_sense_is_wrong_usage(string arguments, string message)
    {
        var result = await RunAsync(arguments);

        Assert.Equal((2, "", $"error: {message}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("catalog", "error: 'catalog' needs a command; there are: instances, models\n  './run catalog --help' shows the usage.\n")]
    [InlineData("catalog instance", "error: unknown command 'catalog instance'; did you mean 'instances'?\n  './run catalog --help' shows the usage.\n")]
    [InlineData("catalog instances a100", "error: 'catalog instances' takes no argument 'a100'\n  './run catalog instances --help' shows the usage.\n")]
    public async Task The_usage_is_shown_where_to_find(string arguments, string message)
    {
        var result = await _cli.RunAsync(arguments.Split(' '));

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
    }

    private Task<Infra.TestKit.ProcessResult> RunAsync(string arguments) => _cli.RunAsync([.. "catalog instances".Split(' '), .. arguments.Split(' ')]);

    // The rows between the head of the table and the empty line after it.
    private static List<string[]> Rows(string output) =>
    [
        .. output.Split('\n')
            .SkipWhile(line => !line.StartsWith("TYPE ", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
