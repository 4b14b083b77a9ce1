using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary>What catalog models lists, for all models and for one, and refuses.</summary>
public sealed class CatalogModelsCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task One_model_with_every_place_that_it_fits()
    {
        var result = await RunAsync("--model deepseek-r1 --context 32768 --concurrency 8");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            deepseek-r1 in fp8 fits 4 of 47 GPU instance types, with 8 requests of 32768 tokens
            the files hold a module for multi-token prediction of about 14B parameters more, and scales

            TYPE              GPUS      TENSOR  NODES      NEEDS        HAS  MAX TOKENS  MAX REQUESTS     USD/H
            p5en.48xlarge     8 x h200       8      1  102.7 GiB  115.3 GiB       57050            13   63.2960
            p6-b200.48xlarge  8 x b200       8      1  102.7 GiB  160.5 GiB      143311            34  113.9328
            p6-b300.48xlarge  8 x b300       4      1  182.9 GiB  219.7 GiB      103314            25  142.4160
            p5e.48xlarge      8 x h200       8      1  102.7 GiB  115.3 GiB       57050            13         -

            NEEDS and HAS are of each GPU; HAS is 0.9 of its usable memory. Prices: on demand in us-east-1, of whole nodes.

            """,
            result.Output);
    }

    [Fact]
    public async Task What_fits_one_type_in_a_format_that_its_GPU_runs()
    {
        var result = await RunAsync("--fits g4dn.xlarge --context 2048");
        var lines = result.Output.Split('\n');

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("16 of 50 models fit g4dn.xlarge", lines[0]);
        Assert.Equal(
            ["qwen2.5-0.5b-instruct", "0.49B", "fp16", "0.9", "GiB", "0.0", "GiB", "2048", "32768", "1", "g4dn.xlarge", "0.5260"],
            Words(lines.Single(line => line.StartsWith("qwen2.5-0.5b-instruct ", StringComparison.Ordinal))));
        Assert.Equal(["resnet-50", "0.03B", "fp32", "0.1", "GiB", "-", "-", "-", "1", "g4dn.xlarge", "0.5260"], Words(lines.Single(line => line.StartsWith("resnet-50 ", StringComparison.Ordinal))));
        Assert.Contains("  llama-3.1-8b-instruct: 15.0 GiB of weights in fp16", lines);
        // vLLM refuses it in fp16, and a T4 has no bfloat16.
        Assert.Contains("  gemma-3-1b-it: 1.9 GiB of weights in fp16", lines);
    }

    [Fact]
    public async Task All_models_with_their_cheapest_place_and_a_floor_marked()
    {
        var result = await RunAsync("--precision int4 --region us-west-2");
        var lines = result.Output.Split('\n');

        Assert.Equal("50 of 50 models fit", lines[0]);
        Assert.Equal(
            ["MODEL", "PARAMETERS", "PRECISION", "WEIGHTS", "KV", "CACHE", "TOKENS", "MOST", "PLACES", "CHEAPEST", "USD/H"], Words(lines[2]));
        Assert.Equal(
            ["llama-3.3-70b-instruct", "70.55B", "int4", ">32.9", "GiB"],
            Words(lines.Single(line => line.StartsWith("llama-3.3-70b-instruct ", StringComparison.Ordinal)))[..5]);
        Assert.Equal("KV CACHE is of 1 request of TOKENS; a model was made for up to MOST. Weights with > are a floor. Prices: on demand in us-west-2, of whole nodes.", lines[^2]);
    }

    [Fact]
    public async Task Json_has_the_numbers_of_every_fit()
    {
        var result = await RunAsync("--model llama-3.1-8b-instruct --fits g6.xlarge --kv-cache fp8 --json");
        var document = JObject.Parse(result.Output);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var model = Assert.Single(document["models"]!);
        Assert.Equal(
            """{"site":"huggingface.co","path":"<repository>/blob/main/model.safetensors.index.json","commit":null,"date":null}""",
            model["checkpointSource"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(
            """{"precision":"bf16","weightBytes":16060522496,"weightBasis":"published","context":8192,"concurrency":1,"memoryUtilization":0.9}""",
            model["served"]!.ToString(Newtonsoft.Json.Formatting.None));
        // 65,536 bytes per token x 8,192; 22,342 MiB x 0.9.
        Assert.Equal(
            """[{"instanceType":"g6.xlarge","tensorParallel":1,"pipelineParallel":1,"perGpu":{"weights":16060522496,"kvCache":536870912,"overhead":3790602240,"budget":21084556492},"maxContext":18820,"maxConcurrency":2,"usdPerHour":0.8048}]""",
            model["fits"]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("--model llama-3.1-8b", "there is no model 'llama-3.1-8b'; there are: ")]
    [InlineData("--fits g5.xlarg", "there is no instance type with whole NVIDIA GPUs 'g5.xlarg'; did you mean 'g5.xlarge'? there are: ")]
    [InlineData("--precision bf61", "there is no precision 'bf61'; did you mean 'bf16'? there are: bf16, fp16, fp32, fp8, int4, int8, mxfp4")]
    [InlineData("--kv-cache int8", "there is no format of the KV cache 'int8'; there are: auto, fp8")]
    [InlineData("--context 0", "--context is '0'; allowed: a whole number, 1 or more")]
    [InlineData("--concurrency many", "--concurrency is 'many'; allowed: a whole number, 1 or more")]
    [InlineData("--arch x86", "there is no architecture 'x86'; there are: amd64, arm64")]
    public async Task What_makes_no_sense_is_wrong_usage(string arguments, string message)
    {
        var result = await RunAsync(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {message}", result.Error, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<Infra.TestKit.ProcessResult> RunAsync(string arguments) => _cli.RunAsync([.. "catalog models".Split(' '), .. arguments.Split(' ')]);
}
