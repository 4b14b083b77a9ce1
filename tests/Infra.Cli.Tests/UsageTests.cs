namespace Infra.Cli.Tests;

/// <summary>Wrong command lines: exit code 2, nothing on standard output, and what to type instead.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("previw dev", "error: unknown command 'previw'; did you mean 'preview'?\n  './run --help' shows the usage.\n")]
    [InlineData("frobnicate", "error: unknown command 'frobnicate'\n  './run --help' shows the usage.\n")]
    [InlineData("preview dev --tokn=hunter2", "error: unknown option '--tokn'\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev -c a=b token=hunter2", "error: 'preview' takes no argument 'token=…'\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev -c hunter2", "error: --config needs KEY=VALUE\n")]
    [InlineData("preview dev -c =hunter2", "error: --config needs KEY=VALUE\n")]
    [InlineData("preview dev --config", "error: '--config' needs a value: --config <key=value>\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev --stack-export net", "error: --stack-export needs STACK=FILE\n")]
    [InlineData("preview dev --config-path", "error: --config-path says how the keys of --config are read; add --config KEY=VALUE, or leave it out\n")]
    [InlineData("preview dev --config-file a --config-file b", "error: '--config-file' is given more than once; give it once\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview --from a --from b", "error: '--from' is given more than once; give it once\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev --config-file nowhere.yaml", "error: --config-file: there is no file 'nowhere.yaml'\n")]
    [InlineData("config check dev --config-file -", "error: --config-file can't read standard input (-); name a file\n")]
    [InlineData("config check dev --config-file=", "error: '--config-file' needs a value: --config-file <file>\n  './run config check --help' shows the usage.\n")]
    [InlineData("config check dev --config-file .", "error: --config-file: '.' is a folder; name a file\n")]
    [InlineData("preview", "error: 'preview' needs <environment>, or --from FILE\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev prod", "error: 'preview' takes no argument 'prod'\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev --jsn", "error: unknown option '--jsn'; did you mean '--json'?\n  './run preview --help' shows the usage.\n")]
    [InlineData("preview dev --debgu", "error: unknown option '--debgu'; did you mean '--debug'?\n  './run preview --help' shows the usage.\n")]
    [InlineData("config", "error: 'config' needs a command; there are: check\n  './run config --help' shows the usage.\n")]
    [InlineData("config chek dev", "error: unknown command 'config chek'; did you mean 'check'?\n  './run config --help' shows the usage.\n")]
    [InlineData("config --jsn", "error: unknown option '--jsn'\n  './run config --help' shows the usage.\n")]
    [InlineData("config check", "error: 'config check' needs <environment>\n  './run config check --help' shows the usage.\n")]
    [InlineData("config check dev prod", "error: 'config check' takes no argument 'prod'\n  './run config check --help' shows the usage.\n")]
    [InlineData("config check dev --jsn", "error: unknown option '--jsn'; did you mean '--json'?\n  './run config check --help' shows the usage.\n")]
    [InlineData("config check pord", "error: there is no environment 'pord'; did you mean 'prod'? there are: dev, local, prod\n")]
    [InlineData("preview stagin", "error: there is no environment 'stagin'; there are: dev, local, prod\n")]
    [InlineData("preview pord", "error: there is no environment 'pord'; did you mean 'prod'? there are: dev, local, prod\n")]
    [InlineData("preview ../dev", "error: there is no environment '../dev'; there are: dev, local, prod\n")]
    [InlineData("preview DEV", "error: there is no environment 'DEV'; did you mean 'dev'? there are: dev, local, prod\n")]
    public async Task It_says_what_is_wrong(string arguments, string message)
    {
        var result = await _cli.RunAsync(arguments.Split(' '));

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Without_a_command_the_help_goes_to_standard_error()
    {
        var help = await _cli.RunAsync("--help");
        var result = await _cli.RunAsync();

        Assert.Equal((2, "", help.Output), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("preview -h")]
    [InlineData("preview dev --help")]
    [InlineData("config --help")]
    [InlineData("config check --help")]
    public async Task Help_names_every_exit_code(string arguments)
    {
        var result = await _cli.RunAsync(arguments.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith(
            """
            Exit codes:
                0  done
                1  findings or changes, where the command looks for them
                2  wrong usage or configuration
                3  the program or the engine failed
              129  stopped because the terminal was closed
              130  stopped by Ctrl-C
              143  stopped by SIGTERM

            """,
            result.Output);
    }

    [Fact]
    public async Task The_version_is_the_assemblys()
    {
        var result = await _cli.RunAsync("--version");

        Assert.Equal((0, $"gpu-inference {typeof(CommandLine).Assembly.GetName().Version!.ToString(3)}\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_folder_without_a_project_is_said()
    {
        var nowhere = Path.GetPathRoot(Path.GetTempPath())!;

        var exception = Assert.Throws<UsageException>(() => ProjectFolder.Above(nowhere));

        Assert.Equal($"there is no Pulumi.yaml in '{nowhere}' or above it", exception.Message);
    }
}
