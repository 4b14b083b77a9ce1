using Infra.Engine.Configuration;

namespace Infra.Engine.Tests.Configuration;

public sealed class EnvironmentFileOnDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("environment-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        Write("Pulumi.dev.yaml", [0xEF, 0xBB, 0xBF, .. "config:\n  a: ü\n"u8]);

        var file = EnvironmentFile.Read(Path.Combine(_folder, "Pulumi.dev.yaml"), "p");

        Assert.Equal("Pulumi.dev.yaml", file.FileName);
        Assert.Equal("dev", file.Environment);
        Assert.True(file.Problems.IsEmpty);
        Assert.Equal("ü", file.Config["p:a"]);
    }

    [Fact]
    public void A_missing_file_names_the_environments_that_exist()
    {
        Write("Pulumi.yaml", []);
        Write("Pulumi.prod.yaml", []);
        Write("Pulumi.dev.yaml", []);
        Write("Pulumi.a.b.yaml", []);

        Assert.Equal(
            "1 problem in Pulumi.staging.yaml:\n  file: there is no environment 'staging'; there are: a.b, dev, prod",
            Render("Pulumi.staging.yaml"));
        Assert.Equal(
            "1 problem in Pulumi.prd.yaml:\n  file: there is no environment 'prd'; did you mean 'prod'? there are: a.b, dev, prod",
            Render("Pulumi.prd.yaml"));
    }

    [Fact]
    public void A_missing_file_in_an_empty_or_missing_folder_says_so()
    {
        const string problem = "1 problem in Pulumi.dev.yaml:\n  file: there is no environment 'dev', and no other Pulumi.<environment>.yaml either";

        Assert.Equal(problem, Render("Pulumi.dev.yaml"));
        Assert.Equal(problem, Render("nowhere/Pulumi.dev.yaml"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Write("Pulumi.dev.yaml", [.. "config:\n  a: "u8, 0xFC, (byte)'\n']);

        Assert.Equal("1 problem in Pulumi.dev.yaml:\n  file: not UTF-8 text; save it as UTF-8", Render("Pulumi.dev.yaml"));
    }

    [Fact]
    public void A_file_may_be_called_as_one_likes()
    {
        Write("karpenter.yaml", "config:\n  a: x\n"u8.ToArray());

        var file = EnvironmentFile.Read(Path.Combine(_folder, "karpenter.yaml"), "p");

        Assert.Equal("karpenter", file.Environment);
        Assert.Equal("x", file.Config["p:a"]);
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    private string Render(string name)
    {
        var file = EnvironmentFile.Read(Path.Combine(_folder, name), "p");
        return file.Problems.Render(file.FileName);
    }
}
