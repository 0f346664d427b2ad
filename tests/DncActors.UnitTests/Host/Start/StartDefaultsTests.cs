using DncActors.Host.Start;

namespace DncActors.UnitTests.Host.Start;

public sealed class StartDefaultsTests
{
    [Fact]
    public void What_the_pages_are_made_of_lies_beside_the_program_wherever_it_is_started_from()
    {
        var elsewhere = Directory.CreateTempSubdirectory("dnc-elsewhere-");

        var builder = StartDefaults.CreateBuilder([$"--contentRoot={elsewhere.FullName}"]);

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "wwwroot"), builder.Environment.WebRootPath);
        elsewhere.Delete();
    }
}
