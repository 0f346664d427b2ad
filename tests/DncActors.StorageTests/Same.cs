using System.Collections;
using System.Reflection;

namespace DncActors.StorageTests;

/// <summary>Compares what was written with what was read: the same values in the same order, however deep.</summary>
public static class Same
{
    public static void As(object? expected, object? actual) => Compare(expected, actual, "");

    static void Compare(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || IsPlain(expected))
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected ?? "null"} was written and {actual ?? "null"} read");
            return;
        }
        Assert.True(expected.GetType() == actual.GetType(), $"{path}: {expected.GetType().Name} was written and {actual.GetType().Name} read");
        if (expected is IEnumerable many)
        {
            var (written, read) = (many.Cast<object?>().ToArray(), ((IEnumerable)actual).Cast<object?>().ToArray());
            Assert.True(written.Length == read.Length, $"{path}: {written.Length} items were written and {read.Length} read");
            for (var i = 0; i < written.Length; i++) Compare(written[i], read[i], $"{path}[{i}]");
            return;
        }
        foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            Compare(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
    }

    static bool IsPlain(object value) =>
        value is string or DateTimeOffset or Guid || value.GetType().IsPrimitive || value.GetType().IsEnum;
}
