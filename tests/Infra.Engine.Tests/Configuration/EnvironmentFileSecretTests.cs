using Infra.Planning.Model;
using static Infra.Engine.Tests.Configuration.EnvironmentFileValueTests;

namespace Infra.Engine.Tests.Configuration;

public class EnvironmentFileSecretTests
{
    [Fact]
    public void A_secure_value_is_known_by_its_key_only()
    {
        var file = Parse("config:\n  p:token:\n    secure: AAABciphertext\n  p:plain: x\n");

        Assert.Equal(["p:token"], file.EncryptedKeys);
        Assert.Equal(["p:plain"], file.Config.Keys);
        Assert.Empty(file.NestedSecrets);
    }

    [Fact]
    public void A_secure_value_inside_a_structure_is_listed_and_stays_for_the_binder_to_refuse()
    {
        var file = Parse(
            """
            config:
              p:models:
                - name: a
                  token: { secure: AAAB }
                - { labels: { a/b: { secure: AAAC } } }
            """);

        Assert.Equal(["p:models[0].token", "p:models[1].labels[\"a/b\"]"], file.NestedSecrets.AsEnumerable());
        Assert.Equal("""[{"name":"a","token":{"secure":"AAAB"}},{"labels":{"a/b":{"secure":"AAAC"}}}]""", file.Config["p:models"]);
        Assert.Empty(file.EncryptedKeys);
    }

    [Theory]
    [InlineData("{ secure: x, other: y }")]
    [InlineData("{ secure: 3 }")]
    [InlineData("{ secure: { a: b } }")]
    public void An_object_that_merely_has_such_a_key_is_none(string yaml)
    {
        var file = Parse($"config:\n  p:a: {yaml}\n");

        Assert.Empty(file.EncryptedKeys);
        Assert.Empty(file.NestedSecrets);
        Assert.Equal(["p:a"], file.Config.Keys);
    }

    [Fact]
    public void What_esc_would_add_is_said_to_be_missing()
    {
        var file = Parse("environment:\n  - shared/dev\nconfig:\n  p:a: x\n");

        Assert.Equal(
            [
                new PlanDiagnostic(
                    DiagnosticSeverity.Warning,
                    "Pulumi.dev.yaml imports 'environment' from Pulumi ESC; this preview doesn't ask ESC, so what that would add or override is missing here"),
            ],
            file.Diagnostics.AsEnumerable());
        Assert.Equal("x", file.Config["p:a"]);
    }

    [Theory]
    [InlineData("['*']", "*")]
    [InlineData("[kubernetes, aws]", "aws,kubernetes")]
    [InlineData("'[\"aws\"]'", "aws")]
    [InlineData("[]", "")]
    public void Default_providers_are_disabled_by_name(string yaml, string expected)
    {
        var file = Parse($"config:\n  pulumi:disable-default-providers: {yaml}\n");

        Assert.True(file.Problems.IsEmpty);
        Assert.Equal(expected, string.Join(',', file.DisabledDefaultProviders));
    }

    [Theory]
    [InlineData("aws", "'aws'")]
    [InlineData("[1]", "'[1]'")]
    [InlineData("{ a: b }", "'{\"a\":\"b\"}'")]
    public void Anything_but_a_list_of_names_is_refused(string yaml, string found)
    {
        var file = Parse($"config:\n  pulumi:disable-default-providers: {yaml}\n");

        Assert.Equal(
            $"pulumi:disable-default-providers: {found} was found; a list of package names is required, such as [aws, kubernetes], or ['*'] for all",
            Assert.Single(file.Problems.All).ToString());
        Assert.Empty(file.DisabledDefaultProviders);
    }
}
