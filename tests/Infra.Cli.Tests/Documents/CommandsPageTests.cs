using Infra.TestKit;

namespace Infra.Cli.Tests.Documents;

/// <summary>Every command, flag and exit code that there is stands in the documentation.</summary>
public sealed class CommandsPageTests
{
    [Fact]
    public void The_file_is_up_to_date() => Golden.MatchDocument(CommandsPage.Text(), CommandsPage.File);

    [Fact]
    public void Every_command_and_flag_says_what_it_is()
    {
        var commands = CommandsPage.Commands(CommandsPage.Root()).ToList();

        Assert.All(commands, one => Assert.False(string.IsNullOrWhiteSpace(one.Command.Description), one.Words));
        Assert.All(commands.SelectMany(one => one.Command.Options.Select(option => (one.Words, option.Name, option.Description))), one => Assert.False(string.IsNullOrWhiteSpace(one.Description), $"{one.Words} {one.Name}"));
        Assert.All(commands.SelectMany(one => one.Command.Arguments.Select(argument => (one.Words, argument.Name, argument.Description))), one => Assert.False(string.IsNullOrWhiteSpace(one.Description), $"{one.Words} {one.Name}"));
    }

    [Fact]
    public void The_page_has_every_one()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine(CommandsPage.File));

        Assert.All(CommandsPage.Commands(CommandsPage.Root()), one =>
        {
            Assert.Contains($"\n## {one.Words}\n", page, StringComparison.Ordinal);
            Assert.All(one.Command.Options.Where(option => !option.Hidden), option => Assert.Contains($"| `{option.Name}", page, StringComparison.Ordinal));
        });
        Assert.All(ExitCodes.All, one => Assert.Contains($"| {one.Code} | {one.Meaning} |", page, StringComparison.Ordinal));
    }
}
