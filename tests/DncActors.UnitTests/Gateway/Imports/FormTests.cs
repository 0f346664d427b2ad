using System.Text;
using DncActors.Client.Leads;
using DncActors.Contracts.Imports;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Leads;
using DncActors.Gateway.Registry;

namespace DncActors.UnitTests.Gateway.Imports;

public sealed class FormTests
{
    [Fact]
    public async Task A_lead_is_the_same_as_a_line_of_json_and_as_a_record_of_csv()
    {
        var json = LeadImportForm.Form.ReadJson(Encoding.UTF8.GetBytes(
            """
            {"id":"L-1","recordType":"lead","workflowId":"w","statusId":"s","name":"Jane","contactPoints":[{"kind":"phone","value":"2025550123","primary":true},
            {"kind":"phone","value":"2025550124"},{"kind":"email","value":"j@b.example","primary":true}],
            "userGroups":["east","west"],"attributes":{"source":"web"}}
            """));
        var row = await RowAsync(
            LeadImportForm.Form,
            "id,recordType,workflowId,statusId,name,phone,phone2,email,userGroups,attributes.source\n"
            + "L-1,lead,w,s,Jane,2025550123,2025550124,j@b.example,east;west,web\n");

        Assert.True(json.Ok && row.Ok);
        Assert.Equal(json.Value.ContactPoints, row.Value.ContactPoints);
        Assert.Equal(json.Value.UserGroups, row.Value.UserGroups);
        Assert.Equal(json.Value with { ContactPoints = [], UserGroups = [] }, row.Value with { ContactPoints = [], UserGroups = [] });
    }

    [Fact]
    public async Task An_empty_column_is_a_field_that_is_missing()
    {
        var row = await RowAsync(LeadImportForm.Form, "recordType,workflowId,statusId,phone\nlead,,s,\n");
        Assert.Equal("workflowId", Assert.Single(row.Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_list_of_bare_phones_blocks_every_channel_that_they_have()
    {
        var row = await RowAsync(EntryImportForm.For("US"), "phone\n(202) 555-0123\n");
        Assert.Equal(new EntryDraft(new(ContactPointKind.Phone, "+12025550123"), Channels.Phone, "Imported.", null, EntrySource.Import), row.Value);
        var email = EntryImportForm.For("US").ReadJson("""{"email":"J@b.example","source":"optOut","expiresAt":"2030-01-01T00:00:00Z"}"""u8.ToArray());
        Assert.Equal((Channels.Email, EntrySource.OptOut, 2030), (email.Value!.Channels, email.Value.Source, email.Value.ExpiresAt!.Value.Year));
    }

    [Theory]
    [InlineData("phone,channels\nwhat,call\n", "phone")]
    [InlineData("phone,channels\n2025550123,fax\n", "channels[0]")]
    [InlineData("phone,expiresAt\n2025550123,soon\n", "expiresAt")]
    [InlineData("phone,source\n2025550123,action\n", "source")]
    [InlineData("phone,email\n2025550123,a@b.example\n", "phone")]
    [InlineData("phone,region\n020 7946 0000,XX\n", "region")]
    public async Task What_cannot_be_read_refuses_its_line_by_field(string csv, string field) =>
        Assert.Contains(field, (await RowAsync(EntryImportForm.For("US"), csv)).Refusal!.Errors.Select(e => e.Field));

    [Fact]
    public void What_became_of_an_import_is_told_with_every_rejected_line()
    {
        var report = new ImportReport(
            Guid.Empty,
            5,
            2,
            false,
            [new(3, Refusal.Validation(new FieldError("phone", "'x' is no phone."))), new(4, Refusal.Conflict("lead.taken", "The id is taken."))],
            7,
            7,
            null);
        var model = ImportMapping.ToModel(report);
        Assert.Equal([(3L, "phone", "'x' is no phone."), (4L, null, "The id is taken.")], model.Errors.Select(e => (e.Line, e.Field, e.Reason)));
        Assert.Equal((5, 2, 0, 7), (model.Accepted, model.Rejected, model.ErrorsOmitted, model.LastLine));
    }

    [Fact]
    public void A_line_that_waits_keeps_its_first_error_alone()
    {
        var read = LeadImportForm.Form.ReadJson(Encoding.UTF8.GetBytes($"{{\"contactPoints\":[{string.Join(',', Enumerable.Repeat("{}", 1_000))}]}}"));
        Assert.True(read.Refusal!.Errors.Length > 2_000);
        Assert.Equal("recordType", Assert.Single(new ImportLine<LeadDraft>(1, read).Read.Refusal!.Errors).Field);
    }

    [Theory]
    [InlineData("{", "The line is not JSON")]
    [InlineData("{\"phone\":\0}", "UTF-8")]
    [InlineData("null", "The line is null")]
    public void An_error_of_a_line_speaks_of_the_line(string line, string told)
    {
        var message = Assert.Single(EntryImportForm.For("US").ReadJson(Encoding.UTF8.GetBytes(line)).Refusal!.Errors).Message;
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_that_lacks_everything_is_told_everything() => Assert.Equal(
        ["recordType", "workflowId", "statusId", "contactPoints[0].kind", "contactPoints[0].value", "contactPoints[1]", "attributes"],
        LeadFields.Read(new CreateLeadRequest { ContactPoints = [new(), null], Attributes = System.Text.Json.JsonElement.Parse("3") }).Refusal!.Errors
            .Select(e => e.Field));

    static async Task<Outcome<T>> RowAsync<T>(ImportForm<T> form, string text)
    {
        var csv = (await CsvLines.OpenAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), form.IsColumn, form.Columns, TestContext.Current.CancellationToken)).Value!;
        await foreach (var line in csv.ReadAsync(row => form.ReadRow(row, csv.Columns), TestContext.Current.CancellationToken)) return line.Read;
        throw new InvalidOperationException("There is no line.");
    }
}
