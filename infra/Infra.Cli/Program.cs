using Infra.Cli;
using Infra.Cli.Registries;

var commandLine = new CommandLine(
    Terminal.OfProcess(),
    () => ProjectFolder.Above(AppContext.BaseDirectory),
    PlanSource.Of,
    RegistryAccess.Network);
return await commandLine.RunAsync(args);
