using System.Text;
using Infra.Stacks.Configuration;
using Infra.Stacks.Promotion;

namespace Infra.Cli.Tests.EndToEnd;

public sealed class PromoteTests : IDisposable
{
    private const string Dev = "Pulumi.dev.yaml";
    private const string Prod = "Pulumi.prod.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task What_was_tried_runs_in_production_and_one_line_says_so()
    {
        var before = File.ReadAllText(_checkout.Path(Prod));
        _checkout.Replace(Dev, "source: s3://models/image-classifier\n", "source: s3://models/image-classifier/2026-11-22   # better with cats\n");

        var result = await _checkout.RunAsync("promote", "image-classifier", "--from", "dev", "--to", "prod");

        Assert.Equal((0, "Pulumi.prod.yaml: written; 'git diff' shows the lines"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(before.Replace("source: s3://models/image-classifier\n", "source: s3://models/image-classifier/2026-11-22\n", StringComparison.Ordinal), File.ReadAllText(_checkout.Path(Prod)));
        Assert.StartsWith(
            """
            1 to update, 446 unchanged

            Inputs of components (1)
            ~ gpu-inference:index:InferenceService image-classifier
                source.s3Path: "models/image-classifier" → "models/image-classifier/2026-11-22"

            """,
            result.Output);
    }

    [Fact]
    public async Task What_is_the_same_is_left_alone()
    {
        var result = await _checkout.RunAsync("promote", "image-classifier", "--from", "dev", "--to", "prod");

        Assert.Equal((0, "image-classifier: Pulumi.prod.yaml says what Pulumi.dev.yaml says; nothing changes\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var before = File.ReadAllText(_checkout.Path(Prod));
        _checkout.Replace(Dev, "source: s3://models/image-classifier\n", "source: s3://models/image-classifier/2\n");

        var result = await _checkout.RunAsync("promote", "image-classifier", "--from", "dev", "--to", "prod", "--dry-run");

        Assert.Equal((0, "Pulumi.prod.yaml: left as it is (--dry-run)"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(before, File.ReadAllText(_checkout.Path(Prod)));
    }

    [Fact]
    public async Task A_byte_order_mark_stays()
    {
        File.WriteAllText(_checkout.Path(Prod), File.ReadAllText(_checkout.Path(Prod)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        _checkout.Replace(Dev, "source: s3://models/image-classifier\n", "source: s3://models/image-classifier/2\n");

        var result = await _checkout.RunAsync("promote", "image-classifier", "--from", "dev", "--to", "prod");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'#'], File.ReadAllBytes(_checkout.Path(Prod))[..4]);
        Assert.Contains("source: s3://models/image-classifier/2\n", File.ReadAllText(_checkout.Path(Prod)));
    }

    // Production has no such bucket, and says so before anything is written.
    [Fact]
    public async Task What_does_not_fit_there_is_refused_and_nothing_is_written()
    {
        var before = File.ReadAllText(_checkout.Path(Prod));
        _checkout.Replace(Dev, "source: s3://models/image-classifier\n", "source: s3://nowhere/image-classifier\n");

        var result = await _checkout.RunAsync("promote", "image-classifier", "--from", "dev", "--to", "prod");

        Assert.Equal((2, "", "error: 1 problem in Pulumi.prod.yaml:\n  gpu-inference:models[0].source: 'nowhere' is not a bucket; there are: models\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(before, File.ReadAllText(_checkout.Path(Prod)));
    }

    [Theory]
    [InlineData("nobody", "--from dev --to prod", "error: 'nobody' can't be promoted:\n  Pulumi.dev.yaml: gpu-inference:models has no model 'nobody'; there are: image-classifier, assistant\n")]
    [InlineData("assistant", "--from dev --to prod --key pool", "error: --key is 'pool'; allowed: autoscaling, backend, clientNamespaces, environmentSecret, expose, gpus, huggingFaceToken, mesh, objectives, pools, predictionCache, priority, replicas, resources, rollout, verticalRecommendations, zoneSpread\n")]
    public async Task What_can_not_be_done_is_said(string model, string options, string error)
    {
        var result = await _checkout.RunAsync(["promote", model, .. options.Split(' ')]);

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Every_key_of_a_model_either_goes_with_it_or_stays() => Assert.Equal(
        typeof(ModelConfig).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(StringComparer.Ordinal),
        PromotedKeys.OfTheModel.Concat(PromotedKeys.OfTheEnvironment).Order(StringComparer.Ordinal));
}
