using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Tests.Rendering;

public class TypeLabelTests
{
    [Theory]
    [InlineData("aws:s3/bucket:Bucket", "aws:s3:Bucket")]
    [InlineData("aws:s3/bucketPolicy:BucketPolicy", "aws:s3:BucketPolicy")]
    [InlineData("aws:s3/bucket:BucketV2", "aws:s3/bucket:BucketV2")]
    [InlineData("kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("pulumi:providers:aws", "pulumi:providers:aws")]
    [InlineData("my:type", "my:type")]
    public void A_module_that_repeats_the_class_is_dropped(string type, string expected)
    {
        var plan = new Plan
        {
            Project = "p",
            Stack = "dev",
            Resources = [new() { Urn = Urn.Parse($"urn:pulumi:dev::p::{type}::n") }],
        };

        Assert.StartsWith($" +   {expected}  n", PlanTree.Render(plan).Last().ToString(), StringComparison.Ordinal);
    }
}
