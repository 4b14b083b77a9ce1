using Infra.Capture;
using Infra.Engine.Configuration;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Engine.Tests.Captured;

/// <summary>
/// One program, three plans: run by the embedded engine, previewed by the real one, deployed by the real one. They differ in what a source can't know, and
/// in nothing else.
/// </summary>
public sealed class ReaderTests
{
    private const string Environment =
        """
        config:
          gpu-inference:hfToken:
            secure: v1:AAAA:BBBB
          gpu-inference:models:
            - name: classifier
              image: tensorflow/serving:2.19.0-gpu
        """;

    /// <summary>What neither of the two documents knows: <c>ours | theirs</c>, and why.</summary>
    private static readonly (string Difference, string Reason)[] _either =
    [
        ($"Deployment/classifier options.Aliases: [{Alias("apps/v1beta1")}, {Alias("apps/v1beta2")}, {Alias("extensions/v1beta1")}] | []", "an alias that finds nothing isn't kept"),
        ("Secret/classifier-token inputs.stringData: - | secret", "the provider makes data of it, which is secret as a whole,"),
        ("Secret/classifier-token inputs.stringData.token: secret | -", "so its keys aren't told"),
    ];

    private static readonly (string Difference, string Reason)[] _preview =
    [
        ("Stack/gpu-inference-dev outputs.namespace: 'vision' | -", "steps are written before the program ends,"),
        ("Stack/gpu-inference-dev outputs.token: secret | -", "and only then"),
        ("Stack/gpu-inference-dev outputs.url: 'http://classifier.vision:8501' | -", "it says what it gives"),
    ];

    private static readonly (string Difference, string Reason)[] _state =
    [
        ("Deployment/classifier inputs.metadata.annotations.suffix: unknown | '2f4893ec'", "only an update makes it, and there was one"),
    ];

    [SkippableFact]
    public async Task A_preview_differs_only_in_what_it_cannot_know() => await DiffersAsync("preview-create.json", [.. _either, .. _preview]);

    [SkippableFact]
    public async Task A_state_differs_only_in_what_it_cannot_know() => await DiffersAsync("export-deployed.json", [.. _either, .. _state]);

    private static string Alias(string version) => $"urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:{version}:Deployment::classifier";

    private static async Task DiffersAsync(string file, (string Difference, string Reason)[] allowed)
    {
        var captured = Captured(file);

        Assert.Equal(allowed.Select(known => known.Difference).Order(StringComparer.Ordinal), PlanFields.Differences(await OursAsync(), captured));
        Assert.Equal(9, captured.Resources.Count);
    }

    private static Plan Captured(string file)
    {
        using var text = File.OpenText(SharedFacts.Require("pulumi-cli", file));
        return CapturedPlan.Read(text).Plan;
    }

    private static async Task<Plan> OursAsync()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.dev.yaml", Environment);
        var outcome = await ProgramPlanner.PlanAsync(EnvironmentFile.Read(folder.Combine("Pulumi.dev.yaml"), "gpu-inference"), "gpu-inference", CapturedProgram.RunAsync);

        Assert.Empty(outcome.Diagnostics);
        return outcome.Plan!;
    }
}
