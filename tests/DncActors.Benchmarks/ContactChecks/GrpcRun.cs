using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.ContactChecks;

/// <summary>What a stream of checks did in a round.</summary>
/// <param name="Cpu">The microseconds of the server's processor time for each check.</param>
/// <param name="Together">Answers to a message of them.</param>
/// <param name="Wrong">Answers out of order, or with another verdict than the list has.</param>
sealed record GrpcRun(double PerSecond, double Cpu, double Together, long Wrong)
{
    public static async Task<GrpcRun> RunAsync(ServerProcess server, string url, GrpcWay way, int seconds)
    {
        var cpu = server.Cpu;
        string[] arguments =
        [
            "grpc-load", url, way.Kind, Text(way.PerMessage), Text(way.Outstanding), Text(seconds),
        ];
        using var load = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var output = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        var numbers = output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return load.ExitCode == 0 && numbers is [var answers, var messages, var wrong, var took]
            ? new(answers / took, (server.Cpu - cpu).TotalMicroseconds / answers, answers / messages, (long)wrong)
            : throw new InvalidOperationException($"The load ended with {load.ExitCode}: {output}");
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
