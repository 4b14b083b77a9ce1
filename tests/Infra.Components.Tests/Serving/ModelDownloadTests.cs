using Infra.Components.Serving;
using Infra.Core.Versions;

namespace Infra.Components.Tests.Serving;

public sealed class ModelDownloadTests
{
    [Fact]
    public async Task From_S3_the_AWS_CLI_copies_the_directory_with_the_pods_own_role()
    {
        var container = (await ServingSamples.PodAsync(ServingSamples.OnGpu())).SelectToken("initContainers[0]")!;

        Assert.Equal(Pins.AwsCli.Reference, (string?)container["image"]);
        Assert.Null(container["args"]);
        Assert.Equal(["sh", "-c"], container["command"]!.Take(2).Select(word => (string?)word));
        JsonAssert.Same(
            """
            [
              { "name": "AWS_REGION", "value": "eu-central-1" },
              { "name": "HOME", "value": "/tmp" },
              { "name": "MODEL_DIRECTORY", "value": "/models/classifier" },
              { "name": "MODEL_URI", "value": "s3://models-bucket/classifier" }
            ]
            """,
            container["env"]);
    }

    [Fact]
    public async Task From_an_archive_a_script_unpacks_what_it_downloads()
    {
        var container = (await ServingSamples.PodAsync(ServingSamples.OnCpu())).SelectToken("initContainers[0]")!;

        Assert.Equal(Pins.Curl.Reference, (string?)container["image"]);
        Assert.Null(container["args"]);
        Assert.Equal(["sh", "-c"], container["command"]!.Take(2).Select(word => (string?)word));
        JsonAssert.Same(
            """[ { "name": "MODEL_DIRECTORY", "value": "/models/classifier" }, { "name": "MODEL_URL", "value": "https://example.com/resnet.tar.gz" } ]""",
            container["env"]);
    }

    [Fact]
    public async Task A_download_has_bounds_of_its_own() => JsonAssert.Same(
        """{ "requests": { "cpu": "250m", "memory": "256Mi" }, "limits": { "memory": "1Gi" } }""",
        (await ServingSamples.PodAsync(ServingSamples.OnCpu())).SelectToken("initContainers[0].resources"));
}
