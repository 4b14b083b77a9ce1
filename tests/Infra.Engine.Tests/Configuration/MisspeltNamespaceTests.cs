using Infra.Engine.Configuration;

namespace Infra.Engine.Tests.Configuration;

/// <summary>A key of a misspelt namespace would be ignored by everybody: the models below it would just be gone.</summary>
public sealed class MisspeltNamespaceTests
{
    [Fact]
    public void It_is_a_problem_with_a_suggestion() => Assert.Equal(
        "1 problem in Pulumi.dev.yaml:\n  line 2, column 3: 'gpu-infrence:models' belongs to no namespace that is read here; did you mean 'gpu-inference:models'?",
        Render("config:\n  gpu-infrence:models: []\n"));

    [Theory]
    [InlineData("aws:region: us-west-2")]
    [InlineData("gpu-inference:models: []")]
    [InlineData("models: []")]
    public void Namespaces_of_others_are_left_alone(string line) => Assert.Equal("", Render($"config:\n  {line}\n"));

    private static string Render(string text)
    {
        var file = EnvironmentFile.Parse(text, "Pulumi.dev.yaml", "gpu-inference");
        return file.Problems.Render(file.FileName);
    }
}
