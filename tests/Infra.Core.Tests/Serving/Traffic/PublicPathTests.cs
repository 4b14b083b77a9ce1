using System.Text.RegularExpressions;
using Infra.Core.Serving.Traffic;

namespace Infra.Core.Tests.Serving.Traffic;

public sealed class PublicPathTests
{
    [Theory]
    [InlineData("/", null, "/v1/models/a", "/v1/models/a")]
    [InlineData("/", null, "", "")]
    [InlineData("/a", "/", "/v1/models/a", "/a/v1/models/a")]
    [InlineData("/a", "/", "", "/a")]
    [InlineData("/a", "/v1", "/v1", "/a")]
    [InlineData("/a", "/v1", "/v1/models/a", "/a/models/a")]
    [InlineData("/v1/models/a", null, "/v1/models/a", "/v1/models/a")]
    [InlineData("/v1", null, "/v1/models/a", "/v1/models/a")]
    // No request gets there.
    [InlineData("/a", null, "/v1", null)]
    [InlineData("/a", "/v2", "/v1", null)]
    [InlineData("/v1", null, "/v11", null)]
    // A server that answers everywhere.
    [InlineData("/a", null, "", "/a")]
    public void A_path_of_the_model_has_one_outside(string prefix, string? rewrite, string inner, string? outside) =>
        Assert.Equal(outside, new PublicPath(prefix, rewrite).Outside(inner));

    // As an Application Load Balancer applies it, to path and query.
    [Theory]
    [InlineData("/a", "/", "/a", "/")]
    [InlineData("/a", "/", "/a/v1/models?x=1", "/v1/models?x=1")]
    [InlineData("/a", "/v1", "/a/chat", "/v1/chat")]
    [InlineData("/", "/v1", "/chat", "/v1/chat")]
    [InlineData("/a.b", "/", "/a.b/c", "/c")]
    [InlineData("/a.b", "/", "/axb/c", "/axb/c")]
    public void A_transform_puts_the_rest_of_the_path_behind_the_new_prefix(string prefix, string rewrite, string asked, string seen)
    {
        var path = new PublicPath(prefix, rewrite);

        Assert.Equal(seen, Regex.Replace(asked, path.RewriteRegex, path.RewriteReplacement));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/image-classifier/v1.2", true)]
    [InlineData("/a/", false)]
    [InlineData("a", false)]
    [InlineData("//", false)]
    [InlineData("/a?b", false)]
    [InlineData("/a\n", false)]
    public void Paths_are_whole_segments(string text, bool isPath) => Assert.Equal(isPath, PublicPath.IsPath(text));

    [Theory]
    [InlineData("/", 3)]
    [InlineData("/a", 2)]
    public void A_rule_of_a_load_balancer_has_five_values_of_which_a_condition_has_three(string path, int networks) => Assert.Equal(networks, AlbRules.MostNetworks(path));
}
