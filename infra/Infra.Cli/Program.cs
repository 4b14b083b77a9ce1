using Infra.Cli;

var commandLine = new CommandLine(
    Terminal.OfProcess(),
    () => ProjectFolder.Above(AppContext.BaseDirectory),
    PlanSource.Of);
return await commandLine.RunAsync(args);
