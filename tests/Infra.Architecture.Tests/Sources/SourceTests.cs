using Infra.TestKit;

namespace Infra.Architecture.Tests.Sources;

/// <summary>The house rules hold in every source file, and the checks of them find what breaks them.</summary>
public sealed class SourceTests
{
    private static readonly string[] _ours = ["infra", "components", "stacks", "benchmarks"];

    [Fact]
    public void No_file_is_too_long() => Findings.None(SourceFile.Below([.. _ours, "examples", "embedded"]).SelectMany(SourceCheck.TooLong));

    [Fact]
    public void There_is_no_conditional_compilation() =>
        Findings.None(SourceFile.Below([.. _ours, "examples"]).SelectMany(SourceCheck.ConditionalCompilation));

    // The embedded SDK has the real one's classes, open ones too.
    [Fact]
    public void Classes_are_closed() => Findings.None(SourceFile.Below([.. _ours, "examples"]).SelectMany(SourceCheck.Unsealed));

    [Fact]
    public void Pins_stand_in_one_folder()
    {
        var sources = SourceFile.Below(_ours);

        Findings.None(sources.SelectMany(SourceCheck.StrayPins));
        Assert.All(sources.Where(SourceCheck.IsPins), file => Assert.StartsWith("infra/Infra.Core/Versions/Pins.", file.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void No_test_sleeps() => Findings.None(SourceFile.Below("tests").SelectMany(SourceCheck.Sleeps));

    [Theory]
    [InlineData("await Task" + ".Delay(20);")]
    [InlineData("Thread" + ".Sleep(TimeSpan.FromSeconds(1));")]
    public void A_sleep_is_found(string line) => Assert.Equal(
        ["A.cs(2): no test sleeps: move the clock (TimeProvider) or wait for an event"], SourceCheck.Sleeps(SourceFile.Parse("A.cs", $"await task.WaitAsync(limit);\n{line}")));

    [Fact]
    public void A_long_file_is_found()
    {
        Assert.Empty(SourceCheck.TooLong(SourceFile.Parse("A.cs", string.Concat(Enumerable.Repeat("x\n", 300)))));
        Assert.Equal(["A.cs: 301 lines; the ceiling is 300"], SourceCheck.TooLong(SourceFile.Parse("A.cs", string.Concat(Enumerable.Repeat("x\n", 301)))));
    }

    [Fact]
    public void Conditional_compilation_is_found()
    {
        var file = SourceFile.Parse("A.cs", "// #if in a comment is fine\n  #if DEBUG\n#endif\n");

        Assert.Equal(["A.cs(2): one source for both builds: no #if"], SourceCheck.ConditionalCompilation(file));
    }

    [Theory]
    [InlineData("public class A", true)]
    [InlineData("    internal partial class A<T>", true)]
    [InlineData("public record A(int B);", true)]
    [InlineData("public sealed class A", false)]
    [InlineData("public static partial class A", false)]
    [InlineData("public abstract record A", false)]
    [InlineData("public readonly record struct A(int B);", false)]
    [InlineData("/// a public class of things", false)]
    public void An_open_class_is_found(string line, bool isOpen)
    {
        string[] expected = isOpen ? ["A.cs(1): a class or record is sealed, static or abstract"] : [];

        Assert.Equal(expected, SourceCheck.Unsealed(SourceFile.Parse("A.cs", line)));
    }

    [Theory]
    [InlineData("components/A.cs", "\"nvcr.io/nvidia/k8s-device-plugin:v0.17.1\"", true)]
    [InlineData("components/A.cs", "\"tensorflow/serving:latest\"", true)]
    [InlineData("components/A.cs", "\"docker.io/library/busybox@sha256:0123\"", true)]
    [InlineData("components/Pins.cs", "\"nvcr.io/nvidia/k8s-device-plugin:v0.17.1\"", false)]
    [InlineData("components/Pins.Nodes.cs", "\"nvcr.io/nvidia/k8s-device-plugin:v0.17.1\"", false)]
    [InlineData("components/A.cs", "\"arn:aws:iam::aws:policy/AmazonEKS\"", false)]
    [InlineData("components/A.cs", "\"aws:s3/bucket:Bucket\"", false)]
    public void A_stray_pin_is_found(string path, string line, bool isStray)
    {
        string[] expected = isStray ? [$"{path}(1): an image's tag or digest stands in the files of pins"] : [];

        Assert.Equal(expected, SourceCheck.StrayPins(SourceFile.Parse(path, line)));
    }
}
