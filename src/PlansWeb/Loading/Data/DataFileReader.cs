namespace PlansWeb.Loading.Data;
internal static class DataFileReader { public static DataNode? Read(FolderEntry e, ProblemLog l) { _ = e; _ = l; return null; } }
