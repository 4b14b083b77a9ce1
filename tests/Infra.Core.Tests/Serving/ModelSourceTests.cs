using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class ModelSourceTests
{
    [Theory]
    [InlineData("s3://models/classifier", "models", "classifier")]
    [InlineData("s3://models/vision/resnet/", "models", "vision/resnet")]
    [InlineData("s3://models//resnet", "models", "resnet")]
    public void A_directory_of_a_bucket(string text, string bucket, string path) =>
        Assert.Equal(new ModelSource.S3(bucket, path), ModelSource.TryParse(text));

    [Theory]
    [InlineData("https://example.com/models/resnet.tar.gz")]
    [InlineData("https://example.com/resnet.tgz")]
    public void An_archive_over_HTTPS(string text) =>
        Assert.Equal(new ModelSource.Https(new Uri(text)), ModelSource.TryParse(text));

    [Theory]
    [InlineData("hf://Qwen/Qwen2.5-0.5B-Instruct@7ae5576", "Qwen/Qwen2.5-0.5B-Instruct", "7ae5576")]
    [InlineData("hf://org/name@v1.0", "org/name", "v1.0")]
    public void A_repository_at_Hugging_Face_with_its_revision(string text, string repository, string revision) =>
        Assert.Equal(new ModelSource.HuggingFace(new HubModel(repository, revision)), ModelSource.TryParse(text));

    [Theory]
    [InlineData(null, ModelSourceKind.None)]
    [InlineData("s3://models/classifier", ModelSourceKind.S3)]
    [InlineData("https://example.com/resnet.tgz", ModelSourceKind.Archive)]
    [InlineData("hf://org/name@v1.0", ModelSourceKind.HuggingFace)]
    public void Every_form_is_of_a_kind(string? text, ModelSourceKind kind) =>
        Assert.Equal(kind, ModelSource.KindOf(text is null ? null : ModelSource.TryParse(text)));

    [Theory]
    [InlineData("hf://org/name")]
    [InlineData("hf://org/name@")]
    [InlineData("hf://name@v1.0")]
    [InlineData("hf://org/name/file@v1.0")]
    [InlineData("hf://org/name@v1@2")]
    [InlineData("hf://org/na me@v1")]
    [InlineData("")]
    [InlineData("resnet")]
    [InlineData("s3://")]
    [InlineData("s3://models")]
    [InlineData("s3://models/")]
    [InlineData("s3:///classifier")]
    [InlineData("S3://models/classifier")]
    [InlineData("gs://models/classifier")]
    [InlineData("http://example.com/resnet.tar.gz")]
    [InlineData("file:///resnet.tar.gz")]
    [InlineData("https://example.com/resnet.zip")]
    [InlineData("https://example.com/?file=resnet.tar.gz")]
    [InlineData("https://example.com/resnet.tar.gz?signature=secret")]
    [InlineData("https://example.com/resnet.tar.gz#part")]
    [InlineData("s3://models/..")]
    [InlineData("s3://models/a/../b")]
    [InlineData("s3://models/a//b")]
    [InlineData("s3://models/a*")]
    public void Nothing_else(string text) => Assert.Null(ModelSource.TryParse(text));

    [Fact]
    public void Credentials_in_an_address_are_refused_because_they_would_stand_in_the_plan() =>
        Assert.Null(ModelSource.TryParse("https://user:password@example.com/resnet.tar.gz"));

    [Fact]
    public void Another_port_is_refused_because_the_network_policy_lets_only_443_out() =>
        Assert.Null(ModelSource.TryParse("https://example.com:8443/resnet.tar.gz"));
}
