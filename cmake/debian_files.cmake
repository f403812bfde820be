# What Debian's policy asks of the files of a package, in cpack's copy of them: compressed manual pages, and a changelog in
# its own form.
file(GLOB manuals ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/man/man*/*.[1-8])
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(GLOB folders ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/doc/*)
set(changelogs "")
foreach(folder IN LISTS folders)
  get_filename_component(package ${folder} NAME)
  file(WRITE ${folder}/changelog "${package} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * CHANGELOG.md beside this file says what changed.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  list(APPEND changelogs ${folder}/changelog)
endforeach()
execute_process(COMMAND gzip -9n ${manuals} ${changelogs} COMMAND_ERROR_IS_FATAL ANY)
