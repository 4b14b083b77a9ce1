using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;

namespace Infra.Core.Tests.Serving.Traffic;

/// <summary>What a model with an InferencePool may not be, in whole messages.</summary>
public sealed class InferencePoolRulesTests
{
    [Fact]
    public void VLLM_on_newer_GPUs_may_have_one() => Assert.Equal("", Problems(ServingRuntime.Vllm));

    [Fact]
    public void Another_runtime_may_not() => Assert.Equal(
        "m.expose.inferencePool: the endpoint picker chooses by queue and cache of vLLM, and the runtime triton hasn't these; remove it, or set runtime: vllm", Problems(ServingRuntime.Triton));

    [Fact]
    public void Volta_may_not() => Assert.Equal(
        "m.expose.inferencePool: GPUs of the generation Volta have an older vLLM, which doesn't tell the use of its cache under the name that the endpoint picker reads; remove it, or use pools of newer GPUs",
        Problems(ServingRuntime.Vllm, accelerator: "v100-16gb"));

    [Fact]
    public void A_mesh_may_not() => Assert.Equal(
        "m.expose.inferencePool: gateway and endpoint picker call the pods by their addresses, past the proxies of the mesh, which would refuse them; remove it, or mesh",
        Problems(ServingRuntime.Vllm, hasMesh: true));

    [Fact]
    public void Two_versions_or_a_cache_may_not() => Assert.Equal(
        "m.expose.inferencePool: Envoy AI Gateway sends all requests of a path to the one InferencePool, and here two versions or a cache of predictions would get them; remove it, or the candidate of rollout, or predictionCache",
        Problems(ServingRuntime.Vllm, isAlone: false));

    private static string Problems(ServingRuntime runtime, string accelerator = "t4", bool hasMesh = false, bool isAlone = true)
    {
        var problems = new ConfigProblems();
        InferencePoolRules.Check("m.expose", runtime, new RuntimeRequest { Model = "m", Devices = 1, Accelerators = VllmTests.Gpus(accelerator) }, hasMesh, isAlone, problems);
        return problems.IsEmpty ? "" : string.Join('\n', problems.Render("x").Split('\n').Skip(1).Select(line => line.TrimStart()));
    }
}
