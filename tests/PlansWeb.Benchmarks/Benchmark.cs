using BenchmarkDotNet.Running;

namespace PlansWeb.Benchmarks;

/// <summary>
/// Measures the parts, by hand: <c>dotnet run -c Release --project tests/PlansWeb.Benchmarks -- --filter '*'</c>. The whole is measured by
/// <c>tests/bench/run</c>, on the same pages.
/// </summary>
internal static class Benchmark
{
    // In this process, whatever job is asked for: a program of its own for each job would have to find the site's files again.
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Benchmark).Assembly).Run([.. args, "--inProcess"]);
}
