using Infra.Core.Catalog;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class PredictiveServerTests
{
    [Theory]
    [InlineData(ServingRuntime.Sklearn, "sklearn")]
    [InlineData(ServingRuntime.Xgboost, "xgboost")]
    [InlineData(ServingRuntime.LightGbm, "lightgbm")]
    public void One_server_has_three_frameworks(ServingRuntime runtime, string framework)
    {
        var spec = Runtimes.For(runtime, new RuntimeRequest { Model = "iris" });

        Assert.Equal((framework, framework, "docker.io/kserve/predictiveserver:v0.20.0"), (spec.Name, spec.ModelFormat, spec.Image));
        Assert.Equal(
            ["--model_name=iris", "--model_dir=/mnt/models", $"--framework={framework}", "--http_port=8080", "--grpc_port=8081"], spec.Arguments.ToArray());
        Assert.Equal([CpuArchitecture.Amd64, CpuArchitecture.Arm64], spec.Architectures.ToArray());
        Assert.Equal([new("HOME", "/tmp")], spec.Environment.ToArray());
    }

    [Fact]
    public void Only_a_model_that_is_loaded_is_called()
    {
        var spec = Runtimes.For(ServingRuntime.Sklearn, new RuntimeRequest { Model = "iris" });

        Assert.Equal((8080, 8081), (spec.HttpPort, spec.GrpcPort));
        Assert.Equal(("/v1/models/iris", "/v1/models/iris", "/"), (spec.ApiPath, spec.ReadyPath, spec.LivePath));
        Assert.Equal("/mnt/models", spec.ModelDirectory);
    }

    [Fact]
    public void It_tells_how_long_predictions_take_and_counts_no_failures()
    {
        var metrics = Runtimes.For(ServingRuntime.Xgboost, new RuntimeRequest { Model = "iris" }).Metrics!;

        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(request_predict_seconds_bucket{namespace=\"models\",model_name=\"iris\"}[5m])))",
            metrics.Latency!.Quantile(0.95, "models", Window.Minutes(5)).Text);
        Assert.Equal(("/metrics", null, null), (metrics.Path, metrics.Port, metrics.Counters));
    }

    [Theory]
    [InlineData(ServingRuntime.TensorFlowServing, "tensorflow")]
    [InlineData(ServingRuntime.Triton, "triton")]
    public void Formats_have_the_names_that_the_field_knows(ServingRuntime runtime, string format) =>
        Assert.Equal(format, Runtimes.For(runtime, new RuntimeRequest { Model = "m" }).ModelFormat);

    // The shell of the download asks for such a file; of another kind, the server would start without a model.
    [Theory]
    [InlineData(ServingRuntime.Sklearn, "model.joblib model.pkl model.pickle", "model.onnx saved_model.pb")]
    [InlineData(ServingRuntime.Xgboost, "model.bst model.json model.ubj", "model.joblib model.txt")]
    [InlineData(ServingRuntime.LightGbm, "model.bst", "model.txt model.json")]
    public void Files_are_those_that_the_server_reads(ServingRuntime runtime, string read, string other)
    {
        var pattern = new System.Text.RegularExpressions.Regex(
            $"^{Runtimes.For(runtime, new RuntimeRequest { Model = "m" }).ModelFiles!.Pattern.Replace(".", "\\.", StringComparison.Ordinal).Replace("*", ".*", StringComparison.Ordinal)}$");

        Assert.All(read.Split(' '), file => Assert.Matches(pattern, file));
        Assert.All(other.Split(' '), file => Assert.DoesNotMatch(pattern, file));
    }
}
