using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>A transformer with files of its own.</summary>
public sealed class KServeTransformerTests
{
    private static readonly ModelSourceArgs _bucket = new()
    {
        S3Uri = "s3://models-bucket/vocabulary",
        Region = "eu-central-1",
        ReaderRoleArn = "arn:aws:iam::123456789012:role/reader",
    };

    /// <summary>A pipeline whose transformer has its vocabulary in S3.</summary>
    public static InferenceServiceArgs WithFiles() => From(_bucket);

    [Fact]
    public async Task Files_in_S3_are_copied_with_the_role_of_the_model()
    {
        var run = await SmallModel.Run(WithFiles());
        var transformer = SmallModel.Inputs(run, ModelPods.InferenceService).SelectToken("spec.transformer")!;

        Assert.Equal("nlp", transformer["serviceAccountName"]);
        var download = Assert.Single(transformer["initContainers"]!);
        JsonAssert.Same(
            """
            [
              { "name": "AWS_REGION", "value": "eu-central-1" },
              { "name": "HOME", "value": "/tmp" },
              { "name": "MODEL_DIRECTORY", "value": "/opt/vocabulary" },
              { "name": "MODEL_URI", "value": "s3://models-bucket/vocabulary" }
            ]
            """,
            download["env"]);
        JsonAssert.Same(
            """[{ "name": "model", "emptyDir": { "sizeLimit": "2Gi" } }, { "name": "tmp", "emptyDir": { "sizeLimit": "256Mi" } }]""", transformer["volumes"]);
        JsonAssert.Same(
            """[{ "name": "model", "mountPath": "/opt/vocabulary", "readOnly": true }, { "name": "tmp", "mountPath": "/tmp" }]""", transformer.SelectToken("containers[0].volumeMounts"));
        Assert.Equal("2304Mi", transformer.SelectToken("containers[0].resources.requests['ephemeral-storage']"));
        JsonAssert.Same("[53, 53, 8085, 443, 80]", new JArray(Egress(run)));
    }

    [Fact]
    public async Task Mounted_files_need_no_identity_and_reach_nothing()
    {
        var run = await SmallModel.Run(From(new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "shared", Path = "vocabulary", Kind = "efs" } }));
        var transformer = SmallModel.Inputs(run, ModelPods.InferenceService).SelectToken("spec.transformer")!;

        Assert.Null(transformer["serviceAccountName"]);
        Assert.Null(transformer.SelectToken("initContainers[0]"));
        JsonAssert.Same("""{ "name": "model", "persistentVolumeClaim": { "claimName": "shared", "readOnly": true } }""", transformer.SelectToken("volumes[0]"));
        JsonAssert.Same(
            """{ "name": "model", "mountPath": "/opt/vocabulary", "readOnly": true, "subPath": "vocabulary" }""", transformer.SelectToken("containers[0].volumeMounts[0]"));
        Assert.Null(transformer.SelectToken("containers[0].resources.requests['ephemeral-storage']"));
        JsonAssert.Same("[53, 53, 8085]", new JArray(Egress(run)));
    }

    [Fact]
    public async Task What_a_transformer_can_not_read_is_refused()
    {
        var error = await Assert.ThrowsAsync<Pulumi.ResourceException>(() => SmallModel.Run(From(new ModelSourceArgs { HuggingFace = "org/tokenizer", Revision = "v1" }, "much")));

        Assert.Equal(
            """
            2 problems in gpu-inference:index:InferenceService:
              vision.transformer.source: found hf://ORGANISATION/NAME@REVISION, but a transformer takes s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE
              vision.transformer.size: 'much' is no size; allowed: SIZE
            """.Replace("SIZE", Infra.Core.Units.ByteSize.AllowedForm, StringComparison.Ordinal),
            error.Message);
    }

    private static IEnumerable<int> Egress(ComponentRun run) =>
        run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-transformer-network-policy"].Inputs.SelectTokens("spec.egress[*].ports[*].port").Values<int>();

    private static InferenceServiceArgs From(ModelSourceArgs source, string size = "2Gi") => new()
    {
        Model = "nlp",
        Namespace = "models",
        Runtime = "container",
        Backend = "kserve",
        Container = new ServerContainerArgs { Image = "registry.example.com/nlp:1.4", Port = 8085 },
        ModelSize = "4Gi",
        Pools = [Samples.GpuPool("t4")],
        Resources = new ResourcesArgs { Cpu = "4", Memory = "16Gi", Devices = 1 },
        Transformer = new TransformerArgs
        {
            Image = "registry.example.com/tokenizer:1.4",
            Source = source,
            Size = size,
            ModelDirectory = "/opt/vocabulary",
            Resources = new ResourcesArgs { Cpu = "1", Memory = "2Gi" },
        },
    };
}
