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
