using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class EnvironmentFileNameTests
{
    [Fact]
    public void A_file_is_called_after_its_environment() => Assert.Equal("Pulumi.dev.yaml", EnvironmentFileName.Of("dev"));

    [Theory]
    [InlineData("Pulumi.dev.yaml", "dev")]
    [InlineData("Pulumi.a.b.yaml", "a.b")]
    [InlineData("Pulumi.yaml", null)]
    [InlineData("Pulumi..yaml", null)]
    [InlineData("pulumi.dev.yaml", null)]
    [InlineData("Pulumi.dev.yml", null)]
    [InlineData("Pulumi.dev.yaml.orig", null)]
    [InlineData("karpenter.yaml", null)]
    public void Only_files_of_that_form_belong_to_one(string file, string? environment) =>
        Assert.Equal(environment, EnvironmentFileName.EnvironmentOf(file));

    [Fact]
    public void Environments_come_in_ordinal_order() =>
        Assert.Equal(["Z", "a", "b"], EnvironmentFileName.EnvironmentsAmong(["Pulumi.b.yaml", "README.md", "Pulumi.yaml", "Pulumi.a.yaml", "Pulumi.Z.yaml"]).AsEnumerable());

    [Theory]
    [InlineData("staging", "dev prod", "there is no environment 'staging'; there are: dev, prod")]
    [InlineData("prd", "dev prod", "there is no environment 'prd'; did you mean 'prod'? there are: dev, prod")]
    [InlineData("dev", "", "there is no environment 'dev', and no other Pulumi.<environment>.yaml either")]
    public void A_missing_one_is_told_with_those_that_exist(string environment, string existing, string message) =>
        Assert.Equal(message, EnvironmentFileName.Missing(environment, existing.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
