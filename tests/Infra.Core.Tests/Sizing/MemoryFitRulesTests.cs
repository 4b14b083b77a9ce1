using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Core.Tests.Sizing;

public sealed class MemoryFitRulesTests
{
    private const string Path = "gpu-inference:models[0]";

    [Fact]
    public void What_fits_is_no_problem_and_comes_with_its_numbers()
    {
        var problems = new ConfigProblems();
        var request = Served.Request("deepseek-r1", WeightPrecision.Fp8, context: 32_768, concurrency: 8, tensorParallel: 8, pipelineParallel: 2);

        var fit = MemoryFitRules.Check(Path, request, Served.Node("p5.48xlarge"), "us-east-1", problems);

        Assert.Equal("", problems.Render("Pulumi.prod.yaml"));
        Assert.Equal(MemoryFit.Of(request, Served.Node("p5.48xlarge")), fit);
    }

    [Fact]
    public void A_70B_in_bfloat16_on_one_T4() => Refused(
        Served.Request("llama-3.3-70b-instruct", WeightPrecision.Bf16, context: 8192), "g4dn.xlarge",
        "gpu-inference:models[0].precision: bf16 doesn't run on t4 GPUs (Turing, compute capability 7.5); these run fp32, fp16, int8, int4; GPUs for bf16: a100, a10g, l4, l40s, h100, h200, b200, b300, rtx-pro-server-6000",
        "gpu-inference:models[0]: llama-3.3-70b-instruct in bf16 needs 137.5 GiB on its GPU: weights 131.4 GiB, KV cache 2.5 GiB for 1 request of 8192 tokens, overhead about 3.5 GiB; t4 GPUs of g4dn.xlarge have 13.1 GiB (0.9 of 14.6 GiB); 13 of 47 GPU instance types fit; cheapest: g7e.12xlarge with tensorParallel 2 (8.2861 USD/h in us-east-1)");

    [Fact]
    public void The_671B_on_one_node_of_A100() => Refused(
        Served.Request("deepseek-r1", WeightPrecision.Fp8, context: 16_384, concurrency: 4, tensorParallel: 8), "p4d.24xlarge",
        "gpu-inference:models[0].precision: fp8 doesn't run on a100 GPUs (Ampere, compute capability 8.0); these run fp32, bf16, fp16, int8, int4, mxfp4; GPUs for fp8: l4, l40s, h100, h200, b200, b300, rtx-pro-server-6000",
        "gpu-inference:models[0]: deepseek-r1 in fp8 needs 89.8 GiB on each of 8 GPUs: weights 80.2 GiB, KV cache 4.3 GiB for 4 requests of 16384 tokens, overhead about 5.3 GiB; a100 GPUs of p4d.24xlarge have 35.5 GiB (0.9 of 39.5 GiB); 4 of 47 GPU instance types fit; cheapest: p5en.48xlarge with tensorParallel 8 (63.296 USD/h in us-east-1)");

    [Fact]
    public void The_671B_in_bfloat16_on_one_node_of_A100() => Refused(
        Served.Request("deepseek-r1", WeightPrecision.Bf16, context: 16_384, concurrency: 4, tensorParallel: 8), "p4d.24xlarge",
        "gpu-inference:models[0]: deepseek-r1 in bf16 needs 165.9 GiB on each of 8 GPUs: weights 156.2 GiB, KV cache 4.3 GiB for 4 requests of 16384 tokens, overhead about 5.3 GiB; a100 GPUs of p4d.24xlarge have 35.5 GiB (0.9 of 39.5 GiB); 1 of 47 GPU instance types fits; cheapest: p6-b300.48xlarge with tensorParallel 8 (142.416 USD/h in us-east-1)");

    [Fact]
    public void Tensor_parallel_3_over_8_GPUs() => Refused(
        Served.Request("llama-3.3-70b-instruct", WeightPrecision.Bf16, context: 8192, tensorParallel: 3), "p4d.24xlarge",
        "gpu-inference:models[0].tensorParallel: 3 GPUs can't share the model: p4d.24xlarge has 8 GPUs, and some would stay behind; llama-3.3-70b-instruct has 64 attention heads, which can't be divided by 3; llama-3.3-70b-instruct has 8 key/value heads, which can neither be divided by 3 nor copied evenly; allowed: 1, 2, 4, 8");

    [Fact]
    public void Bfloat16_on_a_T4() => Refused(
        Served.Request("qwen2.5-0.5b-instruct", WeightPrecision.Bf16, context: 2048), "g4dn.xlarge",
        "gpu-inference:models[0].precision: bf16 doesn't run on t4 GPUs (Turing, compute capability 7.5); these run fp32, fp16, int8, int4; GPUs for bf16: a100, a10g, l4, l40s, h100, h200, b200, b300, rtx-pro-server-6000");

    [Fact]
    public void FP8_on_an_A100() => Refused(
        Served.Request("llama-3.1-8b-instruct", WeightPrecision.Fp8, context: 8192), "p4d.24xlarge",
        "gpu-inference:models[0].precision: fp8 doesn't run on a100 GPUs (Ampere, compute capability 8.0); these run fp32, bf16, fp16, int8, int4, mxfp4; GPUs for fp8: l4, l40s, h100, h200, b200, b300, rtx-pro-server-6000");

    [Fact]
    public void Gemma_in_float16_on_a_T4() => Refused(
        Served.Request("gemma-3-4b-it", WeightPrecision.Fp16, context: 2048), "g4dn.xlarge",
        "gpu-inference:models[0].precision: gemma-3-4b-it needs bfloat16: its numbers overflow in fp16 on t4 GPUs (Turing, compute capability 7.5); it runs there in fp32, in bf16 on GPUs from Ampere on");

    [Fact]
    public void An_FP8_cache_on_an_A10G() => Refused(
        Served.Request("qwen3-4b", WeightPrecision.Bf16, context: 1024) with { KvCache = KvCachePrecision.Fp8 }, "g5.xlarge",
        "gpu-inference:models[0].kvCache: an fp8 cache needs GPUs that compute in FP8, but g5.xlarge has a10g GPUs (Ampere, compute capability 8.6); use auto");

    [Fact]
    public void More_or_longer_requests_than_there_is_room_for() => Refused(
        Served.Request("llama-3.1-8b-instruct", WeightPrecision.Bf16, context: 32_768, concurrency: 8), "g6e.xlarge",
        "gpu-inference:models[0]: llama-3.1-8b-instruct in bf16 needs 50.5 GiB on its GPU: weights 15.0 GiB, KV cache 32.0 GiB for 8 requests of 32768 tokens, overhead about 3.5 GiB; l40s GPUs of g6e.xlarge have 39.2 GiB (0.9 of 43.6 GiB); here fits context 21284 or concurrency 5; 23 of 47 GPU instance types fit; cheapest: g7e.2xlarge (3.3631 USD/h in us-east-1)");

    [Fact]
    public void A_floor_is_called_at_least() => Refused(
        Served.Request("llama-3.1-405b-instruct", WeightPrecision.Int4, context: 4096, tensorParallel: 8), "g6.48xlarge",
        "gpu-inference:models[0]: llama-3.1-405b-instruct in int4 needs 29.2 GiB on each of 8 GPUs: weights at least 23.6 GiB, KV cache 0.2 GiB for 1 request of 4096 tokens, overhead about 5.3 GiB; l4 GPUs of g6.48xlarge have 19.6 GiB (0.9 of 21.8 GiB); 10 of 47 GPU instance types fit; cheapest: g7e.24xlarge with tensorParallel 4 (16.5722 USD/h in us-east-1)");

    [Fact]
    public void A_longer_request_than_the_model_was_made_for() => Refused(
        Served.Request("phi-4", WeightPrecision.Bf16, context: 32_768), "p5.4xlarge",
        "gpu-inference:models[0].context: 32768 tokens, but phi-4 was made for up to 16384; lower it");

    [Fact]
    public void More_GPUs_than_a_node_has() => Refused(
        Served.Request("qwen3-8b", WeightPrecision.Bf16, context: 1024, tensorParallel: 2), "g6.xlarge",
        "gpu-inference:models[0].tensorParallel: 2 GPUs can't share the model: a pod on g6.xlarge can split a model over no more than 1 GPU; allowed: 1");

    [Fact]
    public void Key_value_heads_that_come_out_uneven() => Refused(
        Served.Request("phi-4", WeightPrecision.Bf16, context: 1024, tensorParallel: 4), "g6.12xlarge",
        "gpu-inference:models[0].tensorParallel: 4 GPUs can't share the model: phi-4 has 10 key/value heads, which can neither be divided by 4 nor copied evenly; allowed: 1, 2");

    [Fact]
    public void A_model_without_heads_or_layers() => Refused(
        Served.Request("sdxl-base-1.0", WeightPrecision.Fp16, context: 77, tensorParallel: 2, pipelineParallel: 2), "g6.12xlarge",
        "gpu-inference:models[0].tensorParallel: 2 GPUs can't share the model: sdxl-base-1.0 has no attention heads to divide; allowed: 1",
        "gpu-inference:models[0].pipelineParallel: sdxl-base-1.0 has no layers that nodes could share; remove it");

    [Fact]
    public void More_nodes_than_layers() => Refused(
        Served.Request("llama-3.2-1b-instruct", WeightPrecision.Fp16, context: 77, pipelineParallel: 17), "g6.12xlarge",
        "gpu-inference:models[0].pipelineParallel: 17 nodes can't share the 16 layers of llama-3.2-1b-instruct; use no more nodes than layers");

    [Fact]
    public void Neuron_devices() => Refused(
        Served.Request("llama-3.1-8b-instruct", WeightPrecision.Bf16, context: 1024), "inf2.xlarge",
        "gpu-inference:models[0]: inf2.xlarge has inferentia2 devices, and how a model lies in their memory is not known here; use a pool with NVIDIA GPUs");

    private static void Refused(MemoryRequest request, string type, params string[] expected)
    {
        var problems = new ConfigProblems();

        MemoryFitRules.Check(Path, request, Served.Node(type), "us-east-1", problems);

        Assert.Equal(expected, problems.All.Select(problem => problem.ToString()));
    }
}
